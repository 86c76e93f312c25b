package io.github.terway4j.features.architecture.crooked.adapters.cni;

import jnr.ffi.Runtime;

/** Native calls outside of their room. */
record CallsNatively(Runtime runtime) {}
