/**
 * What a port promises, as tests that whoever plays its role inherits: the simulator and the real thing alike.
 *
 * <p>Nothing here knows who is being tested, looks at a clock or leaves anything behind. A class that honours a
 * contract implements its interface and says which one it plays; the tests come with it. Start with {@link
 * io.github.terway4j.ports.KernelContract}.
 */
@NullMarked
package io.github.terway4j.ports;

import org.jspecify.annotations.NullMarked;
