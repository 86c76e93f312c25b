/**
 * Which vSwitch the next ENI is born in.
 *
 * <p>A vSwitch that has run dry is left alone for a while, never hammered. Start with {@link
 * io.github.terway4j.domain.vswitch.VSwitchChoice}.
 */
@NullMarked
package io.github.terway4j.domain.vswitch;

import org.jspecify.annotations.NullMarked;
