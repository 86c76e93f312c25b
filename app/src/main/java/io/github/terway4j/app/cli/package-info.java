/**
 * The program as people call it: one class per subcommand, which reads its options, wires, and leaves.
 *
 * <p>Results go to stdout, and what accompanies them to stderr where a program reads stdout. A mistake of the caller's is
 * told in a sentence, with exit status 2. Start with {@link io.github.terway4j.app.cli.Main}.
 */
@NullMarked
package io.github.terway4j.app.cli;

import org.jspecify.annotations.NullMarked;
