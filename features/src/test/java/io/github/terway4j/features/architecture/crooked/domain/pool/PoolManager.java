package io.github.terway4j.features.architecture.crooked.domain.pool;

/** Whatever it does, the name does not say it. */
final class PoolManager {
    private PoolManager() {}
}
