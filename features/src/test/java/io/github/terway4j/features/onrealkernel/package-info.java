/**
 * The features, played on the kernel of this machine, in network namespaces of our own. Nothing else differs from the
 * other suite.
 */
@NullMarked
package io.github.terway4j.features.onrealkernel;

import org.jspecify.annotations.NullMarked;
