/**
 * Scene files: which keys, networks, machines and quirks a simulated cloud begins with, written in YAML.
 *
 * <p>What is wrong with a file is told all at once, by line and column, and nothing is ever guessed. The rules of the
 * cloud are not written down here a second time: what a file asks for is tried in a cloud of its own. Start with {@link
 * io.github.terway4j.simulator.scene.SceneReader}, then {@link io.github.terway4j.simulator.scene.Scene}.
 */
@NullMarked
package io.github.terway4j.simulator.scene;

import org.jspecify.annotations.NullMarked;
