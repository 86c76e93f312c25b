package io.github.terway4j.features.architecture.crooked.domain.pool;

/** Can be inherited from. */
class InvitesHeirs {}
