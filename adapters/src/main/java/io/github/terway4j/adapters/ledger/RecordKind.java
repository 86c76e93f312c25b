package io.github.terway4j.adapters.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * What the records of a file are.
 *
 * @param words what people call the file
 * @param name in the first line of the file
 */
record RecordKind<K extends Comparable<K>, V>(String words, String name, RecordText<K, V> form) {
    String firstLine() {
        return "terway4j %s 1\n".formatted(name);
    }

    boolean begins(byte[] content) {
        var first = firstLine().getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(first, Arrays.copyOf(content, first.length));
    }

    /** The shortest file that says so much. */
    String content(SortedMap<K, V> records, SortedMap<String, String> aside) {
        var content = new StringBuilder(firstLine());
        records.forEach((key, record) -> content.append(put(record).line()));
        aside.forEach((key, text) -> content.append(new RecordLine.LayAside(key, text).line()));
        return content.toString();
    }

    RecordLine put(V record) {
        return new RecordLine.Put(form.key(record).toString(), form.write(record));
    }
}
