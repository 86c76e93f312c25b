package io.github.terway4j.adapters.ledger;

/** Records as text that names its version, and by which key each is kept. */
interface RecordText<K extends Comparable<K>, V> {
    K key(V record);

    /** The key is in it, so that a record under another's key is noticed. */
    String write(V record);

    Reading<V> read(String text);

    /** What became of a text. */
    sealed interface Reading<V> {
        record Read<V>(V record) implements Reading<V> {}

        record Refused<V>(String why) implements Reading<V> {}
    }
}
