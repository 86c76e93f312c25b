/**
 * The product shown to people: a few pods on a few nodes of a simulated cloud, through the real agent.
 *
 * <p>The {@link io.github.terway4j.app.demo.Story} is told once, over any stage, and has no other way to the product than
 * a container runtime has.
 */
@NullMarked
package io.github.terway4j.app.demo;

import org.jspecify.annotations.NullMarked;
