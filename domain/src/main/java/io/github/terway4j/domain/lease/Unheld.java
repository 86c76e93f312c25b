package io.github.terway4j.domain.lease;

import io.github.terway4j.domain.net.Ip;

/** An address that is nobody's, and how it stands. */
public record Unheld(Ip ip, Standing standing) {}
