/**
 * Pages that machines read: over HTTP, from addresses of the node. They are read and never written to; nobody is asked who he
 * is, so no page holds a secret or names a pod. Start with {@link
 * io.github.terway4j.adapters.http.PageServer}.
 */
@NullMarked
package io.github.terway4j.adapters.http;

import org.jspecify.annotations.NullMarked;
