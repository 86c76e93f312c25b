/**
 * The ports kept for real, each in the language of the one it talks to: the cloud, the kernel, the cluster, the disk;
 * and the doors through which the container runtime and people come in.
 *
 * <p>Foreign types and foreign codes end here: each stays in the package of its own adapter and is translated once, at
 * the edge. Adapters do not know each other, and none of them decides what should happen next.
 */
@NullMarked
package io.github.terway4j.adapters;

import org.jspecify.annotations.NullMarked;
