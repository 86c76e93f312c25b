package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.simulator.cloud.SimulatedCloud;
import io.github.terway4j.simulator.quirk.Quirk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metadata service of every instance of a cloud. Any thread may ask, and may turn its switches at any moment.
 *
 * <p>Folders are listed, with and without a slash at their end (the latter chosen). Versions are {@code latest} and
 * {@code 2016-01-01}.
 */
public final class MetadataService {
    private static final String TOKEN = "X-aliyun-ecs-metadata-token";
    private static final String TTL = "X-aliyun-ecs-metadata-token-ttl-seconds";
    private static final Pattern VERSIONED = Pattern.compile("/(?:latest|2016-01-01)(?:/(.*))?");

    private final SimulatedCloud cloud;
    private final InstantSource clock;
    private final KnownEnis enis;
    private final MetadataTokens tokens;
    private final MetadataTrees trees;
    private final Map<InstanceId, MetadataMode> modes = new ConcurrentSkipListMap<>();
    private volatile Optional<Integer> outage = Optional.empty();

    /**
     * @param clock by which tokens end and metadata lags
     * @param chance for tokens alone
     */
    public MetadataService(
            SimulatedCloud cloud, MetadataSite site, StsIssuer sts, InstantSource clock, RandomGenerator chance) {
        this.cloud = cloud;
        this.clock = clock;
        this.enis = new KnownEnis(cloud, clock);
        this.tokens = new MetadataTokens(chance);
        this.trees = new MetadataTrees(cloud, site, new RoleCredentials(sts, clock), enis);
        enis.lag(() -> cloud.quirks()
                .strike(Quirk.MetadataLate.class)
                .map(Quirk.MetadataLate::by)
                .orElse(Duration.ZERO));
        cloud.listen(enis);
    }

    /** What this instance is answered. */
    public MetadataReply answer(InstanceId instance, MetadataRequest request) {
        cloud.settle();
        if (outage.isPresent()) {
            return MetadataReply.refusal(outage.get());
        }
        if (cloud.instance(instance).isEmpty()) {
            return MetadataReply.refusal(404);
        }
        var mode = modes.getOrDefault(instance, MetadataMode.NORMAL);
        return switch (request.method()) {
            case "PUT" -> token(instance, mode, request);
            case "GET" -> item(instance, mode, request);
            default -> MetadataReply.refusal(405);
        };
    }

    /** Who is answered on this instance from now on; on an instance of which nothing was said it is {@code NORMAL}. */
    public void mode(InstanceId instance, MetadataMode mode) {
        modes.put(instance, mode);
    }

    /**
     * From now on ENIs and addresses that change are seen so long after the API has shown them. Until this is said, the
     * cloud's own quirks decide at each change.
     */
    public void lag(Duration length) {
        enis.lag(() -> length);
    }

    /** From now on everybody is refused by this HTTP status, 429 or 503 for example. */
    public void outage(int httpStatus) {
        outage = Optional.of(httpStatus);
    }

    /** From now on everybody is answered again. */
    public void recover() {
        outage = Optional.empty();
    }

    /** From now on no token is good that was given before, as after a restart of the real service. */
    public void forgetTokens() {
        tokens.forget();
    }

    private MetadataReply token(InstanceId instance, MetadataMode mode, MetadataRequest request) {
        if (!request.path().equals("/latest/api/token") || mode == MetadataMode.TOKENLESS) {
            return MetadataReply.refusal(404);
        }
        // A token must not leave the machine: who was forwarded is not on it.
        if (request.header("X-Forwarded-For").isPresent()) {
            return MetadataReply.refusal(403);
        }
        return request.header(TTL)
                .flatMap(seconds -> tokens.give(instance, seconds, clock.instant()))
                .map(MetadataReply::text)
                .orElseGet(() -> MetadataReply.refusal(400));
    }

    private MetadataReply item(InstanceId instance, MetadataMode mode, MetadataRequest request) {
        var token = request.header(TOKEN);
        if (mode == MetadataMode.HARDENED && token.isEmpty()) {
            return MetadataReply.refusal(403);
        }
        if (mode != MetadataMode.TOKENLESS
                && token.isPresent()
                && !tokens.isGood(token.get(), instance, clock.instant())) {
            return MetadataReply.refusal(401);
        }
        if (request.path().equals("/")) {
            return MetadataReply.text("2016-01-01\nlatest");
        }
        var path = VERSIONED.matcher(request.path());
        return Optional.of(path)
                .filter(Matcher::matches)
                .flatMap(found -> trees.of(instance)
                        .flatMap(tree ->
                                tree.read(Optional.ofNullable(found.group(1)).orElse(""))))
                .map(MetadataReply::text)
                .orElseGet(() -> MetadataReply.refusal(404));
    }
}
