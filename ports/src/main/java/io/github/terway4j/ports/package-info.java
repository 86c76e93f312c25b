/**
 * The walls of the house, seen from inside: the deeds we offer ({@code ports.in}) and the roles we need the world to
 * play ({@code ports.out}).
 *
 * <p>Here are promises only, spoken in the words of the domain. No port knows who keeps its promise: a real cloud and a
 * simulated one are told apart nowhere in this room. What each promise means is written as tests beside it, which every
 * keeper has to pass.
 */
@NullMarked
package io.github.terway4j.ports;

import org.jspecify.annotations.NullMarked;
