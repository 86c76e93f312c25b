/**
 * The cloud's door: the real HTTP protocol of ECS and VPC, for any client in any language, in front of the cloud in
 * memory.
 *
 * <p>The door adds what only the wire has: who calls and whether that is so, formats, pages, codes for what is missing or
 * malformed. What an ENI may do the model says, and nothing here repeats its rules. The door judges signatures by a clock
 * of its own, which need not be the model's.
 *
 * <p>Start with {@link io.github.terway4j.simulator.openapi.Door}: a call passes {@link
 * io.github.terway4j.simulator.openapi.Gate}s one after the other, and behind the last one its operation is performed.
 */
@NullMarked
package io.github.terway4j.simulator.openapi;

import org.jspecify.annotations.NullMarked;
