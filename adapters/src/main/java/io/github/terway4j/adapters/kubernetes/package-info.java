/**
 * The cluster for real: its API server, by fabric8's client over the JDK's own HTTP client.
 *
 * <p>What changes is watched ({@code Subscription}); what must be so at this moment is asked for. Kubernetes' objects become
 * facts of the domain in one place for each kind ({@code PodReading}, {@code NodeReading}). Never happens here: an answer of
 * which a page is missing, a request made twice, "I cannot read that" taken for "there is none", and a verb on a resource
 * that is not on the list in {@code docs/kubernetes.md}. Start with {@link
 * io.github.terway4j.adapters.kubernetes.ApiServer}.
 */
@NullMarked
package io.github.terway4j.adapters.kubernetes;

import org.jspecify.annotations.NullMarked;
