package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.Region;

/**
 * Whose cloud it is, and where.
 *
 * @param account its id: digits
 */
public record MetadataSite(Region region, String account) {}
