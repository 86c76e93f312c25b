package io.github.terway4j.adapters.credential;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.credential.CredentialChain.Link;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every secret of these tests has "leak" in it, and all that anybody prints or logs is looked through for it. */
final class NothingIsToldTest {
    private static final Logger LOGGER = Logger.getLogger("io.github.terway4j.adapters.credential");

    private final HandedClock clock = new HandedClock();
    private final List<String> printed = new ArrayList<>();
    private final Handler ear = new Ear();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void listen() {
        LOGGER.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.removeHandler(ear);
    }

    @Test
    void of_a_renewal_that_fails_the_log_tells_the_reason_once_a_minute_and_no_secret() {
        var issuer = new Issuer(clock, Duration.ofHours(6));
        var fresh = FreshCredentials.inTime(issuer, clock);
        print(fresh);
        clock.pass(Duration.ofHours(5).plusMinutes(45));
        issuer.refuse(new CloudOutcome.Unknown<>("the reason"));
        for (int i = 0; i < 60; i++) {
            print(fresh);
            clock.pass(Duration.ofSeconds(2));
        }
        assertTrue(printed.stream().filter(line -> line.contains("the reason")).count() == 2, printed::toString);
        assertNoLeak();
    }

    @Test
    void no_source_prints_what_it_holds() throws IOException {
        Files.writeString(folder.resolve("access-key-id"), "leak");
        Files.writeString(folder.resolve("access-key-secret"), "leak");
        var token = folder.resolve("token");
        Files.writeString(
                token, Sealing.file("leak", "leak", "leak", clock.instant().plus(Duration.ofHours(1))));
        var file = FreshCredentials.eachTime(new TokenFile(token, clock), clock);
        print(GivenKey.of("leak", "leak"));
        print(new SecretFolder(folder));
        print(file);
        print(new CredentialChain(List.of(new Link("first", GivenKey.of("leak", "leak")), new Link("second", file))));
        Files.writeString(token, "{\"keyring\": \"leak\", leak");
        print(file);
        assertNoLeak();
    }

    @Test
    void this_test_hears_what_is_logged_and_sees_what_is_printed() {
        System.getLogger(FreshCredentials.class.getName()).log(System.Logger.Level.WARNING, "a leak");
        assertTrue(printed.toString().contains("leak"));
    }

    private void print(CredentialSource source) {
        var outcome = source.current();
        printed.add("%s %s %s".formatted(source, outcome, outcome.words()));
        if (outcome instanceof CloudOutcome.Done<Credentials>(Credentials credentials)) {
            printed.add(credentials.toString());
        }
    }

    private void assertNoLeak() {
        assertFalse(printed.isEmpty());
        for (var line : printed) {
            assertFalse(line.contains("leak"), line);
        }
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord line) {
            printed.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
