package io.github.terway4j.features.architecture.crooked.adapters.cni;

import io.github.terway4j.features.architecture.crooked.adapters.log.Told;

/** Goes to another adapter, past the use cases. */
record AsksItsNeighbour(Told neighbour) {}
