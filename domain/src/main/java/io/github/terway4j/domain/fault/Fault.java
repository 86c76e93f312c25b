package io.github.terway4j.domain.fault;

/** Something that was refused or failed, in words, by whom it concerns. */
public sealed interface Fault {
    /** What happened, naming the thing and what would have been allowed. */
    String words();

    /** The same concern in other words. */
    default Fault withWords(String others) {
        return switch (this) {
            case Request _ -> new Request(others);
            case Configuration _ -> new Configuration(others);
            case Capacity _ -> new Capacity(others);
            case Outside _ -> new Outside(others);
        };
    }

    /** The caller asked for something that cannot be: a namespace that is none, an interface name in use. */
    record Request(String words) implements Fault {}

    /** The operator's configuration is at odds with itself or with the cloud. */
    record Configuration(String words) implements Fault {}

    /** There is nothing left to give: addresses, ENIs, quota. It may pass. */
    record Capacity(String words) implements Fault {}

    /** The cloud, the cluster or the kernel did not do its part. It may pass. */
    record Outside(String words) implements Fault {}
}
