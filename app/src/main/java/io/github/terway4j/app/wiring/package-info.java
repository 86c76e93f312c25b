/**
 * Who is given what: the one room that knows use cases, adapters and simulator together, and the one that uses Dagger.
 *
 * <p>Nothing is decided here. Start with {@link io.github.terway4j.app.wiring.NodeComponent}: a node's use cases over
 * whatever ports it is handed.
 */
@NullMarked
package io.github.terway4j.app.wiring;

import org.jspecify.annotations.NullMarked;
