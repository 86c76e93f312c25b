package io.github.terway4j.simulator.metadata;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.ports.out.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands below {@code ram/security-credentials}: issued when first asked for, and the same until near its end. */
final class RoleCredentials {
    /** Chosen: the real service has new ones ready well before the old ones end, it does not say how long. */
    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(30);

    private record Issued(String role, Credentials.Temporary credentials, Instant at) {}

    private final StsIssuer issuer;
    private final InstantSource clock;
    private final Map<InstanceId, Issued> latest = new LinkedHashMap<>();

    RoleCredentials(StsIssuer issuer, InstantSource clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    void describe(InstanceId instance, MetadataTree tree) {
        issuer.roleOf(instance)
                .ifPresent(role -> tree.put(
                        "meta-data/ram/security-credentials/" + role, () -> document(current(instance, role))));
    }

    private synchronized Issued current(InstanceId instance, String role) {
        var now = clock.instant();
        return latest.compute(
                instance,
                (_, known) -> known != null
                                && known.role.equals(role)
                                && known.credentials.lastsBeyond(now, RENEWED_BEFORE_END)
                        ? known
                        : new Issued(role, issuer.issue(instance, role), now));
    }

    private static String document(Issued issued) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("AccessKeyId", issued.credentials.accessKeyId());
        fields.put("AccessKeySecret", issued.credentials.accessKeySecret());
        fields.put("Expiration", toTheSecond(issued.credentials.expiry()));
        fields.put("SecurityToken", issued.credentials.securityToken());
        fields.put("LastUpdated", toTheSecond(issued.at));
        fields.put("Code", "Success");
        return FlatJson.write(fields);
    }

    private static String toTheSecond(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
