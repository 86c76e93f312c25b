/**
 * Routes of a VPC, as the cloud describes them: in VPC mode a node's pods are reached by one.
 *
 * <p>Nothing here calls the cloud. Start with {@link io.github.terway4j.domain.route.RoutePlanner}: which route is to be
 * added or removed next.
 */
@NullMarked
package io.github.terway4j.domain.route;

import org.jspecify.annotations.NullMarked;
