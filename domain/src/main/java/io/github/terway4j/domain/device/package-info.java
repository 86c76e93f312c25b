/**
 * What the kubelet counts for us: things of which a pod can ask for some as it asks for memory, so that no more pods come to
 * a node than it has ENIs for.
 *
 * <p>How many there are is what the instance type and the configuration allow, and stays; how many of them are healthy is what
 * can be given now. Never happens here: speaking to the kubelet. Start with {@link
 * io.github.terway4j.domain.device.DeviceOffer}.
 */
@NullMarked
package io.github.terway4j.domain.device;

import org.jspecify.annotations.NullMarked;
