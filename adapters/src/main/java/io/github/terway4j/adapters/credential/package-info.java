/**
 * Where the credentials come from with which we speak to the cloud, and how they stay fresh.
 *
 * <p>A source reads and remembers nothing; {@link io.github.terway4j.adapters.credential.FreshCredentials} remembers, and
 * renews in time; {@link io.github.terway4j.adapters.credential.CredentialChain} asks one source after the other. No
 * secret is ever in a message, a log or a {@code toString}: what is wrong with a file is told by its path and by the
 * names of its fields. Start with {@link io.github.terway4j.adapters.credential.CredentialChain}.
 */
@NullMarked
package io.github.terway4j.adapters.credential;

import org.jspecify.annotations.NullMarked;
