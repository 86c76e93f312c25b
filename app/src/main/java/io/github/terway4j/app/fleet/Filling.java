package io.github.terway4j.app.fleet;

import java.time.Duration;

/**
 * How a fleet came by its first addresses.
 *
 * @param lasted in the world's time, until the last node had them at hand
 * @param requests until shortly after that
 * @param refused how many of these the cloud turned away
 */
public record Filling(Duration lasted, Requests requests, long refused) {}
