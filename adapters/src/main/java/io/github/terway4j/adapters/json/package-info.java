/**
 * JSON text to plain values and back: the one place that knows which library does it.
 *
 * <p>Plain means maps, lists, strings, numbers, booleans and {@link io.github.terway4j.adapters.json.JsonNull}. No
 * object is bound to text by its fields here: whoever reads JSON says by hand which keys it knows. What is wrong with a
 * text is told by its place and never by an excerpt, since texts carry secrets. Start with {@link
 * io.github.terway4j.adapters.json.Json}.
 */
@NullMarked
package io.github.terway4j.adapters.json;

import org.jspecify.annotations.NullMarked;
