package io.github.terway4j.adapters.metadata;

import io.github.terway4j.adapters.metadata.Exchange.Answered;
import io.github.terway4j.adapters.metadata.Exchange.Unanswered;
import io.github.terway4j.ports.out.CloudOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** Fetches the token of the hardened mode, keeps it while it is fresh, and knows when there are none to be had. */
final class PassHolder {
    private static final String PATH = "/latest/api/token";
    private static final String TTL_HEADER = "X-aliyun-ecs-metadata-token-ttl-seconds";
    /** The longest life that can be asked for. */
    private static final Duration LIFE = Duration.ofHours(6);
    /** While a renewal fails, the other half of its life is left. */
    private static final Duration FRESH = Duration.ofHours(3);

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    private record Held(Pass pass, Instant since) {}

    private final MetadataHttp http;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<Held> held = Optional.empty();

    PassHolder(MetadataHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** One caller fetches, and the others wait for what it brings. */
    Pass current() {
        lock.lock();
        try {
            var now = clock.instant();
            return fresh(now, FRESH).orElseGet(() -> renew(now));
        } finally {
            lock.unlock();
        }
    }

    /** The service has refused this one. If another is held by now, that one stays. */
    void drop(Pass refused) {
        lock.lock();
        try {
            held = held.filter(kept -> !kept.pass().equals(refused));
        } finally {
            lock.unlock();
        }
    }

    private Pass renew(Instant now) {
        return switch (http.put(PATH, TTL_HEADER, String.valueOf(LIFE.toSeconds()))) {
            case Answered(int status, String body, var _)
            when status == 200 && isToken(body) -> keep(new Pass.Token(body.strip()), now);
            // Older services know no tokens; what they then say differs, and all of it means no.
            case Answered(int status, var _, var _)
            when status == 400 || status == 403 || status == 404 || status == 405 -> keep(new Pass.Empty(), now);
            case Answered(int status, var _, var _)
            when status == 200 -> old(now, new CloudOutcome.Unknown<>("%s gave a token that is none".formatted(PATH)));
            case Answered answered -> old(now, Statuses.outcome(PATH, answered));
            case Unanswered(var uri, String words) ->
                old(now, new CloudOutcome.Unknown<>("%s: %s".formatted(uri, words)));
        };
    }

    private Pass keep(Pass pass, Instant now) {
        held = Optional.of(new Held(pass, now));
        return pass;
    }

    /** What we have serves on, as long as it lives. */
    private Pass old(Instant now, CloudOutcome<String> because) {
        return fresh(now, LIFE).orElseGet(() -> new Pass.None(because));
    }

    private Optional<Pass> fresh(Instant now, Duration most) {
        return held.filter(kept -> now.isBefore(kept.since().plus(most))).map(Held::pass);
    }

    private static boolean isToken(String body) {
        return TOKEN.matcher(body.strip()).matches();
    }
}
