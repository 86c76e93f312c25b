package io.github.terway4j.adapters.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A list to its last page. Later pages show what was so when the first was made; where that is forgotten in between, the
 * client throws, and there is no list.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks">Chunks</a>
 */
record Pages<T extends HasMetadata>(long version, List<T> items) {
    private static final long PAGE = 500;

    Pages {
        items = List.copyOf(items);
    }

    /** As things stand now, not as some server remembers them. */
    static <T extends HasMetadata> Pages<T> now(Function<ListOptions, ? extends KubernetesResourceList<T>> list) {
        return all(list, new ListOptionsBuilder());
    }

    /** At {@code version} or later, from a server's memory, which spares the cluster's store; zero for any memory. */
    static <T extends HasMetadata> Pages<T> remembered(
            long version, Function<ListOptions, ? extends KubernetesResourceList<T>> list) {
        return all(
                list,
                new ListOptionsBuilder()
                        .withResourceVersion(Long.toString(version))
                        .withResourceVersionMatch("NotOlderThan"));
    }

    private static <T extends HasMetadata> Pages<T> all(
            Function<ListOptions, ? extends KubernetesResourceList<T>> list, ListOptionsBuilder first) {
        var page = list.apply(first.withLimit(PAGE).build());
        var items = new ArrayList<>(page.getItems());
        while (page.getMetadata().getContinue() != null
                && !page.getMetadata().getContinue().isEmpty()) {
            page = list.apply(new ListOptionsBuilder()
                    .withLimit(PAGE)
                    .withContinue(page.getMetadata().getContinue())
                    .build());
            items.addAll(page.getItems());
        }
        return new Pages<>(version(page.getMetadata().getResourceVersion()), items);
    }

    /** Versions are numbers that grow, and may be compared (Kubernetes 1.35; it was so before nobody promised it). */
    static long version(String text) {
        return Long.parseLong(text);
    }
}
