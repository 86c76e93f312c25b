package io.github.terway4j.domain.eni;

/** Where an ENI stands in its life (ECS API, {@code NetworkInterfaceSet.Status}). What ends in -ING ends by itself. */
public enum EniStatus {
    AVAILABLE,
    ATTACHING,
    IN_USE,
    DETACHING,
    DELETING,
    /** One that the cloud's documentation does not know: such an ENI takes its place, and is neither used nor touched. */
    STRANGE;

    /** Whether the ENI is on its way into the instance or there already. */
    public boolean arriving() {
        return this == ATTACHING || this == IN_USE;
    }
}
