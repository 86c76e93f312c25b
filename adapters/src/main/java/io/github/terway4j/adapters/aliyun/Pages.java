package io.github.terway4j.adapters.aliyun;

import io.github.terway4j.ports.out.CloudOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list that the cloud tells page by page.
 *
 * @param things what is on a page
 * @param next the token by which the next page is asked for; nothing or blank on the last one
 */
record Pages<P, T>(Function<P, List<T>> things, Function<P, @Nullable String> next) {
    /**
     * To the last page, or not at all.
     *
     * @param read asks for the page of this token; for the first one without
     */
    CloudOutcome<List<T>> all(Function<Optional<String>, CloudOutcome<P>> read) {
        var found = new ArrayList<T>();
        var token = Optional.<String>empty();
        do {
            var before = token;
            switch (read.apply(token)) {
                case CloudOutcome.Done<P>(var page) -> {
                    found.addAll(things.apply(page));
                    token = Optional.ofNullable(next.apply(page)).filter(text -> !text.isBlank());
                }
                case CloudOutcome<P> failed -> {
                    return failed.then(_ -> new CloudOutcome.Done<>(found));
                }
            }
            if (token.isPresent() && token.equals(before)) {
                return new CloudOutcome.Unknown<>("the cloud's list has no end: it goes on where it was");
            }
        } while (token.isPresent());
        return new CloudOutcome.Done<>(found);
    }
}
