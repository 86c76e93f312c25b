package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import io.github.terway4j.simulator.openapi.wire.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which part of a list a client wants: the page of some number, or what comes after the page that it had. */
sealed interface Paging {
    /** The list's part, in its order, and what the answer says about it. */
    record Page<T>(List<T> items, Fields fields) {}

    /**
     * Cuts it out.
     *
     * @param sorted by the ids that {@code id} gives
     */
    <T> Page<T> of(List<T> sorted, Function<T, String> id);

    /**
     * Refuses both styles at once. Where neither is asked for, it is the first page of 10.
     *
     * @param most the largest page there is
     */
    static Paging read(Parameters parameters, int most) {
        var tokens = Stream.of("MaxResults", "NextToken")
                .anyMatch(name -> parameters.text(name).isPresent());
        var numbers = Stream.of("PageNumber", "PageSize")
                .anyMatch(name -> parameters.text(name).isPresent());
        if (tokens && numbers) {
            throw Rejection.of(
                    "InvalidParameter.Conflict", 400, "Either MaxResults and NextToken, or PageNumber and PageSize.");
        }
        return tokens ? ByToken.read(parameters, most) : ByNumber.read(parameters, most);
    }

    /** The older style. What is made or deleted between two pages moves their border. */
    record ByNumber(int number, int size) implements Paging {
        static ByNumber read(Parameters parameters, int most) {
            return new ByNumber(
                    inside(parameters, "PageNumber", 1, Integer.MAX_VALUE).orElse(1),
                    inside(parameters, "PageSize", 1, most).orElse(10));
        }

        @Override
        public <T> Page<T> of(List<T> sorted, Function<T, String> id) {
            var items = sorted.stream().skip((number - 1L) * size).limit(size).toList();
            return new Page<>(
                    items,
                    new Fields()
                            .put("TotalCount", sorted.size())
                            .put("PageNumber", number)
                            .put("PageSize", size));
        }
    }

    private static Optional<Integer> inside(Parameters parameters, String name, int least, int most) {
        var number = parameters.integer(name);
        number.filter(n -> n < least || n > most).ifPresent(n -> {
            throw Rejection.invalid(name, "%d is not between %d and %d".formatted(n, least, most));
        });
        return number;
    }

    /**
     * The newer style. A token names the last item that was shown, so nothing is shown twice or left out, whatever
     * happens between two pages.
     */
    record ByToken(int size, String after) implements Paging {
        private static final int LEAST = 10;

        /** For operations that have their own word for the size, and their own usual one; it must be within its limits. */
        static ByToken read(Parameters parameters, String name, int usual, int most) {
            return new ByToken(inside(parameters, name, 1, most).orElse(usual), token(parameters));
        }

        /** A size beyond its limits is taken for the limit (ECS API, DescribeNetworkInterfaces). */
        static ByToken read(Parameters parameters, int most) {
            return new ByToken(
                    Math.clamp(parameters.integer("MaxResults").orElse(LEAST), Math.min(LEAST, most), most),
                    token(parameters));
        }

        private static String token(Parameters parameters) {
            return parameters.read("NextToken", ByToken::decode).orElse("");
        }

        @Override
        public <T> Page<T> of(List<T> sorted, Function<T, String> id) {
            var rest = sorted.stream()
                    .filter(item -> id.apply(item).compareTo(after) > 0)
                    .toList();
            var items = rest.stream().limit(size).toList();
            var next = items.size() == rest.size() ? "" : encode(id.apply(items.getLast()));
            return new Page<>(
                    items, new Fields().put("TotalCount", sorted.size()).put("NextToken", next));
        }

        private static String encode(String last) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
        }

        private static String decode(String token) {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        }
    }
}
