package io.github.terway4j.adapters.metadata;

import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.CloudOutcome;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Texts that were read, by their paths. */
record Items(Map<String, String> texts) {
    Items {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** All of them or, at the first that is not to be had, that refusal; what must be there and is not is unknown. */
    static CloudOutcome<Items> read(MetadataClient client, List<String> paths) {
        var texts = new LinkedHashMap<String, String>();
        for (var path : paths) {
            switch (client.read(path)) {
                case CloudOutcome.Done<String>(String text) -> texts.put(path, firstLine(text));
                case CloudOutcome.NotFound<String>(String words) -> {
                    return new CloudOutcome.Unknown<>(words);
                }
                case CloudOutcome<String> other -> {
                    return other.then(_ -> new CloudOutcome.Unknown<>("not reached"));
                }
            }
        }
        return new CloudOutcome.Done<>(new Items(texts));
    }

    /**
     * What the text at this path means.
     *
     * @throws MalformedItem naming the path
     */
    <T> T get(String path, Function<String, T> meaning) {
        var text = Optional.ofNullable(texts.get(path))
                .orElseThrow(() -> new IllegalStateException(path + " was never asked for"));
        return parse(path, text, meaning);
    }

    /** The addresses of a list without quotes: {@code [fd00::1, fd00::2]}. */
    static List<Ip> addresses(String path, String list) {
        var text = list.strip();
        if (!text.startsWith("[") || !text.endsWith("]")) {
            throw new MalformedItem(path, "\"%s\" is not a list in brackets".formatted(text));
        }
        return List.of(text.substring(1, text.length() - 1).split(",")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> parse(path, part, Ip::parse))
                .toList();
    }

    private static <T> T parse(String path, String text, Function<String, T> meaning) {
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedItem(path, String.valueOf(e.getMessage()));
        }
    }

    /** Without the slash that a list puts after a folder's name. */
    static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("").strip().replaceFirst("/$", "");
    }
}
