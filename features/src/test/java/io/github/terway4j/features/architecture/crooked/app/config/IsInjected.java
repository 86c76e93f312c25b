package io.github.terway4j.features.architecture.crooked.app.config;

import dagger.Module;

/** Says by itself how it is made. */
@Module
interface IsInjected {}
