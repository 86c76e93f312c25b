/**
 * A full node: a thousand pods wired on it among what others have there, checked, damaged by hand, repaired, and removed,
 * and everything counted.
 *
 * <p>Like {@link io.github.terway4j.app.demo} it goes over any stage, and has no other way to the product than a container
 * runtime has. It judges by what the kernel shows, and never by our marks: what was there before the first pod has to be
 * there after the last, and nothing else. Start with {@link io.github.terway4j.app.drill.Drill}.
 */
@NullMarked
package io.github.terway4j.app.drill;

import org.jspecify.annotations.NullMarked;
