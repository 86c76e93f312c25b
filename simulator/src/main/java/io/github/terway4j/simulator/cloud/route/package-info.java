/**
 * The routes of VPCs: their tables, what may be in them, and how an entry comes and goes. Knows what exists in the
 * estate and changes nothing in it; like the estate it has no lock of its own. Start with {@link
 * io.github.terway4j.simulator.cloud.route.RouteDesk}.
 */
@NullMarked
package io.github.terway4j.simulator.cloud.route;

import org.jspecify.annotations.NullMarked;
