/**
 * What the API can do: each operation of ECS and VPC reads its parameters, asks the cloud, and says what it got in the
 * API's own shape.
 *
 * <p>No operation knows who calls, by which signature, or in which format it will be answered; that is the door's business.
 * The names of fields and lists are those of the API's reference and of its SDKs. Start with {@link
 * io.github.terway4j.simulator.openapi.operation.Operations}: adding an operation adds a line there.
 */
@NullMarked
package io.github.terway4j.simulator.openapi.operation;

import org.jspecify.annotations.NullMarked;
