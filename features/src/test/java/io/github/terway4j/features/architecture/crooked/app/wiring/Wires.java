package io.github.terway4j.features.architecture.crooked.app.wiring;

import dagger.Module;
import io.github.terway4j.features.architecture.crooked.app.usecase.Decent;

/** Nothing wrong with it. */
@Module
record Wires(Decent useCase) {}
