/**
 * Features that claim nothing must not pass for features that hold. Sentences without a meaning are kept out of reach of
 * the manual's own suites, and shown to fail.
 */
@NullMarked
package io.github.terway4j.features.strictness;

import org.jspecify.annotations.NullMarked;
