/** The features, played on the simulated kernel. Nothing else differs from the other suite. */
@NullMarked
package io.github.terway4j.features.onsimulatedkernel;

import org.jspecify.annotations.NullMarked;
