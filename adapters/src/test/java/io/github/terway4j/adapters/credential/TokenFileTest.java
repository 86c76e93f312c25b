package io.github.terway4j.adapters.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenFileTest {
    private static final Instant EXPIRY = Instant.parse("2026-01-01T01:00:00Z");
    private static final String GOOD = Sealing.file("STS.leak1", "leak2", "leak3", EXPIRY);

    private final HandedClock clock = new HandedClock();

    @TempDir
    private Path folder;

    private Path path = Path.of("");

    @BeforeEach
    void nameTheFile() {
        path = folder.resolve("token-config");
    }

    /** The three texts were sealed by openssl 3, {@code enc -aes-256-cbc}, and carry its initial vector before them. */
    @Test
    void what_somebody_else_has_sealed_is_read() throws IOException {
        write("""
                {"access.key.id": "AAECAwQFBgcICQoLDA0OD5MiEeMy9XNCjOb9ImpCwDo=",
                 "access.key.secret": "AAECAwQFBgcICQoLDA0ODzGEZPCAkRNy6eD1W7XMHc4=",
                 "security.token": "AAECAwQFBgcICQoLDA0OD0VtHGr0R667kitX5SI04Wc=",
                 "expiration": "2026-01-01T01:00:00Z", "keyring": "0123456789abcdef0123456789abcdef",
                 "region": "cn-hangzhou"}""");
        assertEquals(done("STS.leak1", "leak2", "leak3", EXPIRY), current());
    }

    @Test
    void a_new_token_is_taken_as_soon_as_it_is_there() throws IOException {
        write(GOOD);
        current();
        write(Sealing.file("STS.leak4", "leak5", "leak6", EXPIRY.plusSeconds(1)));
        assertEquals(done("STS.leak4", "leak5", "leak6", EXPIRY.plusSeconds(1)), current());
    }

    @Test
    void where_there_is_no_file_none_is_given() {
        assertEquals(new CloudOutcome.Denied<>("there is no file " + path), current());
    }

    @Test
    void a_token_that_has_ended_is_not_given() throws IOException {
        write(GOOD);
        clock.pass(Duration.ofHours(1).minusMillis(1));
        assertInstanceOf(CloudOutcome.Done.class, current());
        clock.pass(Duration.ofMillis(1));
        assertEquals(new CloudOutcome.Unknown<>("the token in %s ended at %s".formatted(path, EXPIRY)), current());
    }

    @Test
    void where_the_cluster_could_not_take_on_its_role_it_is_said_which_and_why() throws IOException {
        write("{\"error\": {\"roleName\": \"AddonRole\", \"code\": \"NoPermission\", \"message\": \"leak\"}}");
        assertEquals(path + ": the cluster could not take on the role AddonRole: NoPermission", unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"access.key.id", "access.key.secret", "security.token", "expiration", "keyring"})
    void a_field_that_is_missing_is_named(String name) throws IOException {
        write(GOOD.replace(name, "else"));
        assertEquals("%s: %s is not there".formatted(path, name), unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leak", "bGVhaw==", "", "bGVha2xlYWtsZWFrbGVha2xlYWtsZWFrbGVha2xlYWs="})
    void a_field_that_cannot_be_decrypted_is_named_and_not_shown(String sealed) throws IOException {
        write(GOOD.replace(Sealing.seal("leak2"), sealed));
        assertTrue(unknown().contains("access.key.secret"), unknown());
    }

    @Test
    void a_field_with_nothing_in_it_is_named() throws IOException {
        write(GOOD.replace(Sealing.seal("leak3"), Sealing.seal("")));
        assertTrue(unknown().contains("security.token"), unknown());
    }

    @ParameterizedTest
    @CsvSource({"0123456789abcdef0123456789abcdef, leak", "2026-01-01T01:00:00Z, tomorrow-leak"})
    void a_keyring_or_an_end_that_is_none_is_not_shown(String good, String bad) throws IOException {
        write(GOOD.replace(good, bad));
        unknown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "leak", "[\"leak\"]", "{\"keyring\": leak}", "{\"a\": 1, \"a\": \"leak\"}"})
    void what_is_no_token_at_all_is_not_shown(String text) throws IOException {
        write(text);
        unknown();
    }

    private String unknown() {
        var words = assertInstanceOf(CloudOutcome.Unknown.class, current()).words();
        assertFalse(words.contains("leak"), words);
        return words.replaceFirst("^outcome unknown: ", "");
    }

    private CloudOutcome<Credentials> current() {
        return new TokenFile(path, clock).current();
    }

    private void write(String text) throws IOException {
        Files.writeString(path, text);
    }

    private static CloudOutcome<Credentials> done(String id, String secret, String token, Instant expiry) {
        return new CloudOutcome.Done<>(new Credentials.Temporary(id, secret, token, expiry));
    }
}
