package io.github.terway4j.features.architecture.crooked.domain.pool;

/** Nor does this one. */
final class PoolUtils {
    private PoolUtils() {}
}
