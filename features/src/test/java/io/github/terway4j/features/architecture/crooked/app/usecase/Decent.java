package io.github.terway4j.features.architecture.crooked.app.usecase;

import io.github.terway4j.features.architecture.crooked.ports.out.Door;
import java.util.concurrent.locks.ReentrantLock;

/** Nothing wrong with it. */
public record Decent(Door door, ReentrantLock lock) {}
