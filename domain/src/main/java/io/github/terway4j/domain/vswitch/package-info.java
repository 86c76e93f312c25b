/**
 * Which vSwitch the next ENI is born in, and why none of the others.
 *
 * <p>A vSwitch that has run dry is left alone for a while and then asked once, never hammered. Start with {@link
 * io.github.terway4j.domain.vswitch.Birthplaces}.
 */
@NullMarked
package io.github.terway4j.domain.vswitch;

import org.jspecify.annotations.NullMarked;
