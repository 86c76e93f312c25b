package io.github.terway4j.features.architecture.crooked.app.usecase;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;

/** Goes past the port. */
record CallsAnAdapter(Told adapter) {}
