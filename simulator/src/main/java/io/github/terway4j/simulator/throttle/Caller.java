package io.github.terway4j.simulator.throttle;

/**
 * Whose calls are counted together.
 *
 * @param account by its number
 * @param region by its id, to which the calls go
 * @param user of the account: the name of a RAM user or role, or an access key where that is all that is known
 */
public record Caller(String account, String region, String user) {}
