package io.github.terway4j.app.bench;

import io.github.terway4j.domain.quota.CloudApi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests of which none can be spared, each with its reason. */
public record LeastRequests(List<Term> terms) {
    public LeastRequests {
        terms = List.copyOf(terms);
    }

    /** So many requests, and what for. */
    public record Term(long count, CloudApi api, String why) {}

    LeastRequests and(LeastRequests others) {
        var both = new ArrayList<>(terms);
        both.addAll(others.terms);
        return new LeastRequests(both);
    }

    /** How many in all. */
    long all() {
        return terms.stream().mapToLong(Term::count).sum();
    }

    Map<CloudApi, Long> byKind() {
        var kinds = new EnumMap<CloudApi, Long>(CloudApi.class);
        terms.forEach(term -> kinds.merge(term.api(), term.count(), Long::sum));
        return kinds;
    }

    /** For people: a line for each. */
    String words() {
        return terms.stream()
                .map(term -> "  %2d %-30s %s".formatted(term.count(), term.api(), term.why()))
                .collect(Collectors.joining("\n"));
    }
}
