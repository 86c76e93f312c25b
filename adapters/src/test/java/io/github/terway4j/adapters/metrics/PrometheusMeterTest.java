package io.github.terway4j.adapters.metrics;

import static io.github.terway4j.adapters.metrics.PrometheusMeter.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.ports.MeterContract;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Measurement.End;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NodeCondition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PrometheusMeterTest implements MeterContract {
    private final Page page = new Page();
    private final PrometheusMeter meter = new PrometheusMeter(page, "node-1");

    @Override
    public Meter meter() {
        return meter;
    }

    @Override
    public long heard(Measurement measurement) {
        return (long) Reading.of(page).of(series(measurement));
    }

    private static String series(Measurement measurement) {
        return switch (measurement) {
            case Measurement.Attached(var end, var _) ->
                "terway4j_attach_seconds_count{outcome=\"%s\"}".formatted(word(end));
            case Measurement.Detached(var end, var _) ->
                "terway4j_detach_seconds_count{outcome=\"%s\"}".formatted(word(end));
            case Measurement.Called(var api, var end, var _) ->
                "terway4j_cloud_calls_total{api=\"%s\",outcome=\"%s\"}".formatted(api, word(end));
            case Measurement.TookTurn(var api, var putOff, var _) ->
                putOff
                        ? "terway4j_cloud_put_off_total{api=\"%s\"}".formatted(api)
                        : "rate_limiter_latency_count{api=\"%s\"}".formatted(api);
            case Measurement.Signed(var had) ->
                "terway4j_credentials_total{outcome=\"%s\"}".formatted(had ? "done" : "failed");
            case Measurement.Disowned() -> "terway4j_credentials_total{outcome=\"disowned\"}";
            case Measurement.GivenUp(var member, var family, var _) ->
                "terway_resource_pool_disposed_count{ipStack=\"%s\",type=\"%s\"}"
                        .formatted(family == IpFamily.V4 ? "ipv4" : "ipv6", member ? "RemoteIP" : "LocalIP");
            case Measurement.ReadMetadata(var item, var answered, var _) ->
                "aliyun_metadata_latency_count{error=\"%s\",url=\"%s\"}".formatted(!answered, item);
            case Measurement.Told(var kind, var _) ->
                "terway4j_node_condition{condition=\"%s\"}".formatted(kind.text());
            case Measurement.Looked(var answered) ->
                "terway4j_cloud_looks_total{outcome=\"%s\"}".formatted(answered ? "done" : "failed");
            case Measurement.Round(var loop, var _) ->
                "terway4j_round_seconds_count{loop=\"%s\"}".formatted(word(loop));
            case Measurement.Stumbled(var loop) -> "terway4j_stumbled_total{loop=\"%s\"}".formatted(loop);
            case Measurement.Swept(var leak) -> "terway4j_swept_total{kind=\"%s\"}".formatted(word(leak));
            case Measurement.KernelAsked(var deed, var done, var _) ->
                "terway4j_kernel_seconds_count{deed=\"%s\",outcome=\"%s\"}"
                        .formatted(word(deed), done ? "done" : "failed");
        };
    }

    @Test
    void terways_dashboards_find_what_they_look_for() {
        meter.measured(new Measurement.Attached(End.CAPACITY, Duration.ofMillis(70)));
        meter.measured(new Measurement.Called(
                CloudApi.ATTACH_NETWORK_INTERFACE, Measurement.CallEnd.DONE, Duration.ofMillis(210)));
        meter.measured(new Measurement.Round(Measurement.Loop.POOL, Duration.ofMillis(1)));
        meter.measured(new Measurement.Looked(true));
        meter.measured(new Measurement.GivenUp(false, IpFamily.V4, 1));
        meter.measured(new Measurement.GivenUp(false, IpFamily.V4, 16));
        var read = Reading.of(page);
        assertEquals(0, read.of("terway_rpc_latency_bucket{error=\"true\",rpc_api=\"AllocIP\",le=\"50.0\"}"));
        assertEquals(1, read.of("terway_rpc_latency_bucket{error=\"true\",rpc_api=\"AllocIP\",le=\"100.0\"}"));
        assertEquals(210, read.of("aliyun_openapi_latency_sum{api=\"AttachNetworkInterface\",error=\"false\"}"));
        assertEquals(17, read.of("terway_resource_pool_disposed_count{ipStack=\"ipv4\",type=\"LocalIP\"}"));
        assertEquals(1, read.of("gc_count_total{node=\"node-1\"}"));
        assertEquals(1, read.of("sync_openapi_count_total{node=\"node-1\"}"));
    }

    @Test
    void what_never_happened_can_be_read_as_nought() {
        var read = Reading.of(page);
        assertTrue(read.has("terway4j_swept_total{kind=\"eni\"} 0"));
        assertTrue(read.has("terway4j_attach_seconds_count{outcome=\"outside\"} 0"));
        assertTrue(read.has("terway4j_cloud_calls_total{api=\"CreateNetworkInterface\",outcome=\"throttled\"} 0"));
    }

    @Test
    void a_condition_shows_what_was_said_last() {
        meter.measured(new Measurement.Told(NodeCondition.Kind.SUFFICIENT_IP, true));
        meter.measured(new Measurement.Told(NodeCondition.Kind.SUFFICIENT_IP, false));
        assertTrue(Reading.of(page).has("terway4j_node_condition{condition=\"SufficientIP\"} 0"));
    }
}
