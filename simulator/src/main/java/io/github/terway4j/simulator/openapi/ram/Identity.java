package io.github.terway4j.simulator.openapi.ram;

/**
 * Somebody who may call the cloud: the account's owner, a user, a role.
 *
 * @param account the number of the account that owns everything that the caller makes
 */
public record Identity(String name, String account, Policy policy) {
    /** The one account that a simulated cloud has. */
    public static final String ACCOUNT = "1234567890123456";

    /** Whoever has not shown yet who they are. */
    public static final Identity NOBODY = new Identity("nobody", "", Policy.NOTHING);

    /** The account's owner, who may do everything. */
    public static final Identity OWNER = new Identity("root", ACCOUNT, Policy.EVERYTHING);

    public static Identity user(String name, Policy policy) {
        return new Identity(name, ACCOUNT, policy);
    }

    @Override
    public String toString() {
        return name;
    }
}
