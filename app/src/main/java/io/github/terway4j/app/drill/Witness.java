package io.github.terway4j.app.drill;

import java.util.List;

/** Somebody who knows what others have on a node: has it made before the first pod comes, and looks at it. */
interface Witness {
    /** How many things of others were made. */
    int lay();

    /** All that is to stay as it is, in words. */
    List<String> look();
}
