package io.github.terway4j.domain.device;

/**
 * One of those that are counted. Which ENI a pod gets is not said by it.
 *
 * @param healthy whether a pod can be given it, or has it
 */
public record Device(String id, boolean healthy) {
    public Device {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a device has a name");
        }
    }
}
