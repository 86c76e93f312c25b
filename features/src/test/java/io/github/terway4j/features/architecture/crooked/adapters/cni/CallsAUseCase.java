package io.github.terway4j.features.architecture.crooked.adapters.cni;

import io.github.terway4j.features.architecture.crooked.app.usecase.Decent;

/** Goes past the port. */
record CallsAUseCase(Decent useCase) {}
