package io.github.terway4j.app.config;

import java.nio.file.Path;

/** As whom we speak to the cloud. */
public sealed interface Credentials {
    record AccessKey(Secret id, Secret secret) implements Credentials {}

    /** A token that somebody else keeps fresh, in the encrypted form of the cluster's add-ons. */
    record TokenFile(Path path) implements Credentials {}

    /** Whatever role the instance has, by its metadata. */
    record InstanceRole() implements Credentials {}
}
