package io.github.terway4j.domain.datapath;

/** How packets wait for a link; where hardware has several queues, each waits so by itself. */
public enum QueueDiscipline {
    /** By {@link Band} (tc-prio(8)). */
    BANDS("prio"),
    /** Each flow in turn, paced by the time that its packets carry (tc-fq(8)). */
    FAIR("fq");

    private final String kind;

    QueueDiscipline(String kind) {
        this.kind = kind;
    }

    /** The kernel's word for it. */
    public String kind() {
        return kind;
    }
}
