package io.github.terway4j.simulator.openapi.ram;

/**
 * Somebody who may call the cloud.
 *
 * @param account the number of the account that owns everything that the caller makes
 */
public record Identity(String accessKeyId, String secret, String account) {
    /** Whoever has not shown yet who they are. */
    public static final Identity NOBODY = new Identity("", "", "");

    /** The one account that a simulated cloud has. */
    public static final String ACCOUNT = "1234567890123456";

    /** The account's owner, who may do everything. */
    public static Identity owner(String accessKeyId, String secret) {
        return new Identity(accessKeyId, secret, ACCOUNT);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return accessKeyId.isEmpty() ? "nobody" : accessKeyId;
    }
}
