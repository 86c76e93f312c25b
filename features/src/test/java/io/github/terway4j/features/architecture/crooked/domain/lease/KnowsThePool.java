package io.github.terway4j.features.architecture.crooked.domain.lease;

import io.github.terway4j.features.architecture.crooked.domain.pool.Plan;

/** Knows what knows it. */
record KnowsThePool(Plan plan) {}
