package io.github.terway4j.domain.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What is waited for or tried again, by Terway's names for it: the keys of the configuration's {@code backoff_override}. */
public enum Wait {
    /** Whatever has no name of its own: a cloud that does not say what we hold, a kernel that cannot be prepared. */
    ANYTHING("", true),
    ENI_CREATE("eni_create", true),
    /** That ENIs are attached. */
    ENI_OPS("eni_ops", true),
    /** That ENIs are detached and deleted. */
    ENI_RELEASE("eni_release", true),
    /** That an ENI which was deleted is there no more. */
    ENI_DELETE_CONFIRM("eni_delete_confirm", true),
    /** That an ENI gets or loses addresses. */
    ENI_IP_OPS("eni_ip_ops", true),
    /**
     * That an ENI is attached or detached. Terway looks after three seconds, and then every three or more; here pods wait
     * for it meanwhile, and the first looks come sooner.
     */
    ENI_STATUS("wait_eni_status", true),
    ENI_IP_REMOVED("wait_eni_ip_removed", false),
    MEMBER_ENI_STATUS("wait_member_eni_status", true),
    LENI_STATUS("wait_leni_status", false),
    HDENI_STATUS("wait_hdeni_status", false),
    ECS_LENI_STATUS("wait_ecs_leni_status", false),
    ECS_HDENI_STATUS("wait_ecs_hdeni_status", false),
    PODENI_STATUS("wait_podeni_status", false),
    NETWORKINTERFACE_STATUS("wait_networkinterface_status", false),
    META_ASSIGN("meta_assign_private_ip", false),
    META_UNASSIGN("meta_unassign_private_ip", false),
    STS_TOKEN_READY("wait_sts_token_ready", false),
    NODE_STATUS("wait_node_status", false);

    private final String key;
    private final boolean ours;

    Wait(String key, boolean ours) {
        this.key = key;
        this.ours = ours;
    }

    public static Optional<Wait> named(String key) {
        return Arrays.stream(values()).filter(wait -> wait.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    /** Terway's, where nothing else is said. */
    public Patience usual() {
        return switch (this) {
            case ANYTHING -> patience(0, 2, 1.5, 0.3, 6);
            case ENI_CREATE -> patience(0, 10, 2, 0.3, 2);
            case ENI_OPS -> patience(0, 5, 2, 0.3, 6);
            case ENI_RELEASE -> patience(0, 4, 2, 0.5, 8);
            case ENI_DELETE_CONFIRM ->
                new Patience(Duration.ofSeconds(1), Duration.ofSeconds(2), 1.5, 0, 4, Duration.ofSeconds(4));
            case ENI_IP_OPS -> patience(0, 5, 1, 1.3, 6);
            case ENI_STATUS -> patience(0, 1, 1.5, 0, 8);
            case ENI_IP_REMOVED -> patience(1, 2, 1.5, 0.5, 4);
            case MEMBER_ENI_STATUS -> patience(2, 1, 1.5, 0.5, 8);
            case LENI_STATUS -> patience(18, 5, 1.5, 0.5, 8);
            case HDENI_STATUS -> patience(18, 5, 1.5, 0.5, 8);
            case ECS_LENI_STATUS -> patience(4, 3, 1.5, 0.5, 8);
            case ECS_HDENI_STATUS -> patience(4, 3, 1.5, 0.5, 8);
            case PODENI_STATUS -> patience(2, 1, 1, 0.3, 100);
            case NETWORKINTERFACE_STATUS -> patience(2, 1, 1, 0.3, 120);
            case META_ASSIGN -> patience(0, 1.1, 1, 0.2, 10);
            case META_UNASSIGN -> patience(0, 1.1, 1, 0.2, 10);
            case STS_TOKEN_READY -> patience(0, 1, 1, 0.2, 60);
            case NODE_STATUS -> patience(0, 1, 1, 0.3, 90);
        };
    }

    /** Whether anything here waits for it. */
    public boolean ours() {
        return ours;
    }

    private static Patience patience(int initialDelay, double first, double factor, double jitter, int steps) {
        return new Patience(
                Duration.ofSeconds(initialDelay),
                Duration.ofMillis(Math.round(first * 1000)),
                factor,
                jitter,
                steps,
                Duration.ZERO);
    }
}
