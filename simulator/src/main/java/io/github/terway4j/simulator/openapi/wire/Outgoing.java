package io.github.terway4j.simulator.openapi.wire;

/** One HTTP response. */
public record Outgoing(int status, String contentType, String body) {}
