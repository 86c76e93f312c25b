/**
 * What is not Java has tests of its own; here they have their turn with everybody else's. Start with {@link
 * io.github.terway4j.features.deploy.ProgramsInCTest} and {@link io.github.terway4j.features.deploy.NpmClientsTest}; of
 * another kernel's turn tells {@link io.github.terway4j.features.deploy.FullKernelCheck}.
 */
@NullMarked
package io.github.terway4j.features.deploy;

import org.jspecify.annotations.NullMarked;
