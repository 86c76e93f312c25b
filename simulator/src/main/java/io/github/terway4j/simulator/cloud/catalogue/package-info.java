/**
 * What instance types there are, and what each of them allows, from a file that says where its numbers come from. Knows
 * neither instances nor ENIs. Start with {@link io.github.terway4j.simulator.cloud.catalogue.InstanceTypes}.
 */
@NullMarked
package io.github.terway4j.simulator.cloud.catalogue;

import org.jspecify.annotations.NullMarked;
