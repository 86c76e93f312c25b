package io.github.terway4j.domain.eni;

/** Tags by which an ENI that we made is known again, whoever looks at it and whatever we have forgotten. */
public final class Marks {
    /** Names the instance that an ENI was made for. */
    public static final String MADE_FOR = "terway4j/instance";

    /** Names the call that an ENI was made by: its client token. */
    public static final String CALL = "terway4j/call";

    /** Terway's own mark, so that either of us finds what the other has made. */
    public static final Tags CREATOR = Tags.of("creator", "terway");

    private Marks() {}

    public static Tags madeFor(InstanceId instance) {
        return Tags.of(MADE_FOR, instance.text());
    }
}
