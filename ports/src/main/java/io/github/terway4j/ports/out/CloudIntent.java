package io.github.terway4j.ports.out;

import java.time.Instant;

/**
 * What we are about to have the cloud do, or have asked for and do not know the end of.
 *
 * @param token under which it is asked for, and told apart from others
 * @param since when it was first asked for
 */
public record CloudIntent(ClientToken token, CloudDeed deed, Instant since) {}
