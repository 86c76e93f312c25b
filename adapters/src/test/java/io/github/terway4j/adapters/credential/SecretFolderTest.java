package io.github.terway4j.adapters.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFolderTest {
    @TempDir
    private Path folder;

    @Test
    void both_files_make_a_key_and_space_around_them_does_not_count() throws IOException {
        write(folder, "id\n", " leak \n");
        assertEquals(key("id", "leak"), current());
    }

    @Test
    void a_secret_that_is_changed_is_taken_at_once() throws IOException {
        write(folder, "old", "leak-1");
        current();
        write(folder, "new", "leak-2");
        assertEquals(key("new", "leak-2"), current());
    }

    /** As the kubelet lays a Secret: links through one that is swapped. */
    @Test
    void id_and_secret_are_of_one_version() throws IOException {
        mount("v1", "old", "leak-1");
        Files.createSymbolicLink(folder.resolve("access-key-id"), Path.of("..data/access-key-id"));
        Files.createSymbolicLink(folder.resolve("access-key-secret"), Path.of("..data/access-key-secret"));
        assertEquals(key("old", "leak-1"), current());
        mount("v2", "new", "leak-2");
        Files.delete(folder.resolve("v1/access-key-id"));
        Files.delete(folder.resolve("v1/access-key-secret"));
        assertEquals(key("new", "leak-2"), current());
    }

    @Test
    void where_nothing_is_mounted_none_is_given() {
        var nowhere = folder.resolve("nowhere");
        assertEquals(
                new CloudOutcome.Denied<>(nowhere + " has not both of access-key-id and access-key-secret"),
                new SecretFolder(nowhere).current());
    }

    @Test
    void half_a_key_that_is_not_there_is_none() throws IOException {
        Files.writeString(folder.resolve("access-key-id"), "id");
        assertInstanceOf(CloudOutcome.Denied.class, current());
    }

    /** So the Secret is made where the instance's role shall be used: it must exist, and be empty. */
    @Test
    void an_empty_key_is_none() throws IOException {
        write(folder, "", "\n");
        assertInstanceOf(CloudOutcome.Denied.class, current());
    }

    @Test
    void half_a_key_that_is_empty_is_a_mistake() throws IOException {
        write(folder, "id", "");
        assertEquals(new CloudOutcome.Unknown<>("access-key-secret in %s is empty".formatted(folder)), current());
    }

    @Test
    void what_cannot_be_read_is_unknown() throws IOException {
        Files.createDirectory(folder.resolve("access-key-id"));
        assertInstanceOf(CloudOutcome.Unknown.class, current());
    }

    @Test
    void what_is_too_long_for_a_key_is_not_read_to_its_end() throws IOException {
        write(folder, "id", "s".repeat(64 * 1024 + 1));
        assertInstanceOf(CloudOutcome.Unknown.class, current());
    }

    private CloudOutcome<Credentials> current() {
        return new SecretFolder(folder).current();
    }

    private void mount(String version, String id, String secret) throws IOException {
        write(Files.createDirectory(folder.resolve(version)), id, secret);
        var link = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(version));
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path where, String id, String secret) throws IOException {
        Files.writeString(where.resolve("access-key-id"), id);
        Files.writeString(where.resolve("access-key-secret"), secret);
    }

    private static CloudOutcome<Credentials> key(String id, String secret) {
        return new CloudOutcome.Done<>(new Credentials.AccessKey(id, secret));
    }
}
