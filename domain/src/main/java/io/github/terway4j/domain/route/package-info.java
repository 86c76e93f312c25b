/**
 * Routes of a VPC, as the cloud describes them: in VPC mode a node's pods are reached by one.
 *
 * <p>Nothing here decides. Start with {@link io.github.terway4j.domain.route.VpcRoute}.
 */
@NullMarked
package io.github.terway4j.domain.route;

import org.jspecify.annotations.NullMarked;
