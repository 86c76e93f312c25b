/**
 * The text that travels between a client and the cloud: parameters, signatures, JSON and XML.
 *
 * <p>Nothing here has heard of an ENI, of who may call what, or of the time. Start with {@link
 * io.github.terway4j.simulator.openapi.wire.Incoming} and {@link io.github.terway4j.simulator.openapi.wire.Parameters},
 * then {@link io.github.terway4j.simulator.openapi.wire.RpcSignature}; what is answered is built of {@link
 * io.github.terway4j.simulator.openapi.wire.Fields}.
 */
@NullMarked
package io.github.terway4j.simulator.openapi.wire;

import org.jspecify.annotations.NullMarked;
