/**
 * Linux's network stack as configuration: namespaces, links, addresses, routes, rules, neighbours and settings, and
 * where a packet would go among them.
 *
 * <p>No packet is ever sent. A walk asks each stack on the way what Linux would do with one, and writes down the
 * answers; so it can say why a packet was lost, which the real kernel does not. What is modelled is what the product
 * configures, with the kernel's own quirks: they are what breaks nodes. Time is not modelled: addresses need no
 * duplicate detection, neighbours neither grow stale nor are remembered from one exchange to the next. Nor are ICMP
 * redirects, fragmentation and the effect of queues; of shapers only {@code Convoy} tells. What stands on a device, and what its filters do, is:
 * {@code Carriage} takes frames down and up again. The same random worlds are built here and in a real kernel, and where
 * the two disagreed, this one was mended.
 *
 * <p>Start with {@link io.github.terway4j.simulator.kernel.SimulatedMachine}; then {@link
 * io.github.terway4j.simulator.kernel.PacketWalk}.
 */
@NullMarked
package io.github.terway4j.simulator.kernel;

import org.jspecify.annotations.NullMarked;
