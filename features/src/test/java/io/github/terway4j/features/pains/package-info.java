/**
 * Holds the page of pains to the scenarios that tell them. Start with {@link
 * io.github.terway4j.features.pains.PainsPageTest}.
 */
@NullMarked
package io.github.terway4j.features.pains;

import org.jspecify.annotations.NullMarked;
