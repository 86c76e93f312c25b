/** A room of the crooked house: each class in it breaks a rule, or is there for another to break one with. */
@NullMarked
package io.github.terway4j.features.architecture.crooked.app.stage;

import org.jspecify.annotations.NullMarked;
