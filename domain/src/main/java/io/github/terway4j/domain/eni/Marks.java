package io.github.terway4j.domain.eni;

/** Tags by which an ENI that we made is known again, whoever looks at it and whatever we have forgotten. */
public final class Marks {
    /** Names the instance that an ENI was made for. */
    public static final String MADE_FOR = "terway4j/instance";

    /** Names the call that an ENI was made by: its client token. */
    public static final String CALL = "terway4j/call";

    /**
     * Says of an ENI what it was made for, where its kind does not: a member is an ordinary one until it is attached, and
     * one for a single pod is an ordinary one for ever.
     */
    public static final String USE = "terway4j/use";

    public static final Tags MEMBER = Tags.of(USE, "member");

    public static final Tags WHOLE = Tags.of(USE, "whole");

    /** Terway's own mark, so that either of us finds what the other has made. */
    public static final Tags CREATOR = Tags.of("creator", "terway");

    private Marks() {}

    public static Tags madeFor(InstanceId instance) {
        return Tags.of(MADE_FOR, instance.text());
    }

    /** What stands on an ENI of this use that was made for the instance. */
    public static Tags madeFor(InstanceId instance, EniUse use) {
        return switch (use) {
            case SHARED, TRUNK, RDMA -> madeFor(instance);
            case MEMBER -> madeFor(instance).and(MEMBER);
            case WHOLE -> madeFor(instance).and(WHOLE);
        };
    }
}
