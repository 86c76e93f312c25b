package io.github.terway4j.adapters.ledger;

import io.github.terway4j.adapters.ledger.OpeningReport.SetAside;
import io.github.terway4j.adapters.ledger.RecordText.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a file of lines says, taken from its content alone. What follows the last end of a line was being written when
 * the process died: it was not acknowledged, and does not count.
 *
 * @param records by their keys
 * @param aside texts by their keys that cannot be read, now or long since
 * @param news of these, the ones that were not known to be unreadable
 * @param damaged how many lines are not as they were written
 * @param wholeBytes how far the last whole line reaches
 */
record RecordReading<K extends Comparable<K>, V>(
        SortedMap<K, V> records,
        SortedMap<String, String> aside,
        List<SetAside.OneRecord> news,
        int damaged,
        int wholeBytes) {

    /** Reads a file whose first line was looked at already, and is passed over. */
    static <K extends Comparable<K>, V> RecordReading<K, V> of(byte[] content, RecordText<K, V> form) {
        int wholeBytes = content.length;
        while (wholeBytes > 0 && content[wholeBytes - 1] != '\n') {
            wholeBytes--;
        }
        var texts = new TreeMap<String, String>();
        var aside = new TreeMap<String, String>();
        int damaged = 0;
        var lines = new String(content, 0, wholeBytes, StandardCharsets.UTF_8).split("\n", -1);
        for (int i = 1; i < lines.length - 1; i++) {
            var line = RecordLine.read(lines[i]);
            if (line.isPresent()) {
                apply(line.get(), texts, aside);
            } else {
                damaged++;
            }
        }
        var records = new TreeMap<K, V>();
        var news = new ArrayList<SetAside.OneRecord>();
        texts.forEach((key, text) -> {
            switch (form.read(text)) {
                case Reading.Read<V>(var record)
                when form.key(record).toString().equals(key) -> records.put(form.key(record), record);
                case Reading.Read<V>(var record) ->
                    news.add(new SetAside.OneRecord(key, "it speaks of " + form.key(record)));
                case Reading.Refused<V>(var why) -> news.add(new SetAside.OneRecord(key, why));
            }
        });
        texts.keySet().retainAll(news.stream().map(SetAside.OneRecord::key).toList());
        aside.putAll(texts);
        return new RecordReading<>(records, aside, news, damaged, wholeBytes);
    }

    private static void apply(RecordLine line, SortedMap<String, String> texts, SortedMap<String, String> aside) {
        switch (line) {
            case RecordLine.Put(var key, var text) -> texts.put(key, text);
            case RecordLine.Remove(var key) -> texts.remove(key);
            case RecordLine.LayAside(var key, var text) -> {
                texts.remove(key);
                aside.put(key, text);
            }
        }
    }
}
