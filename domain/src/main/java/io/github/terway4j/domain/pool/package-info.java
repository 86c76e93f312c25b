/**
 * How many addresses the node keeps at hand, and which calls to the cloud bring it there.
 *
 * <p>The planner looks at what the cloud says we hold and returns a plan; it calls nobody and remembers nothing. An ENI
 * on its way in or out is a state that it sees, not a call that it waits in. What is remembered from pass to pass are
 * values that whoever calls it keeps: what the cloud refused ({@link io.github.terway4j.domain.pool.PoolHealth}) and
 * whether the node is young, busy or quiet ({@link io.github.terway4j.domain.pool.PoolPhase}). Never happens here: an
 * address of a pod given up, or anything at all while somebody waits. Start with {@link
 * io.github.terway4j.domain.pool.PoolPlanner}.
 */
@NullMarked
package io.github.terway4j.domain.pool;

import org.jspecify.annotations.NullMarked;
