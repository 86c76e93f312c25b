package io.github.terway4j.app.config;

/** A tag of the cloud, by key and value. */
public record EniTag(String key, String value) {}
