package io.github.terway4j.adapters.metrics;

import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.quota.CloudApi;
import io.github.terway4j.ports.out.Measurement;
import io.github.terway4j.ports.out.Measurement.CallEnd;
import io.github.terway4j.ports.out.Measurement.End;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.NodeCondition;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import java.time.Duration;
import java.util.Locale;

/** Counts in the registry of a {@link Page}. What never happened is there as nought: else its first time would be no rise. */
public final class PrometheusMeter implements Meter {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final String node;
    private final Histogram rpc;
    private final Histogram openApi;
    private final Histogram metadata;
    private final Histogram turns;
    private final Gauge disposed;
    private final Counter rounds;
    private final Counter syncs;
    private final Gauge conditions;
    private final Histogram attached;
    private final Histogram detached;
    private final Counter calls;
    private final Histogram callTimes;
    private final Counter putOff;
    private final Counter looks;
    private final Counter signed;
    private final Histogram roundTimes;
    private final Counter stumbled;
    private final Counter swept;
    private final Histogram kernel;

    /** @param node its name in the cluster */
    public PrometheusMeter(Page page, String node) {
        this.node = node;
        rpc = page.histogram(Metric.RPC_LATENCY, Buckets.RPC_MILLIS);
        openApi = page.histogram(Metric.OPENAPI_LATENCY, Buckets.OPENAPI_MILLIS);
        metadata = page.histogram(Metric.METADATA_LATENCY, Buckets.METADATA_MILLIS);
        disposed = page.gauge(Metric.POOL_DISPOSED);
        turns = page.histogram(Metric.RATE_LIMITER_LATENCY, Buckets.TURN_MILLIS);
        rounds = page.counter(Metric.GC_COUNT);
        syncs = page.counter(Metric.SYNC_COUNT);
        conditions = page.gauge(Metric.CONDITION);
        attached = page.histogram(Metric.ATTACH, Buckets.POD_SECONDS);
        detached = page.histogram(Metric.DETACH, Buckets.POD_SECONDS);
        calls = page.counter(Metric.CALLS);
        callTimes = page.histogram(Metric.CALL_TIME, Buckets.CALL_SECONDS);
        putOff = page.counter(Metric.PUT_OFF);
        looks = page.counter(Metric.LOOKS);
        signed = page.counter(Metric.SIGNED);
        roundTimes = page.histogram(Metric.ROUNDS, Buckets.ROUND_SECONDS);
        stumbled = page.counter(Metric.STUMBLED);
        swept = page.counter(Metric.SWEPT);
        kernel = page.histogram(Metric.KERNEL, Buckets.KERNEL_SECONDS);
        nought();
    }

    private void nought() {
        rounds.initLabelValues(node);
        syncs.initLabelValues(node);
        for (var family : IpFamily.values()) {
            disposed.initLabelValues(Gauges.LOCAL, Gauges.family(family));
            disposed.initLabelValues(Gauges.REMOTE, Gauges.family(family));
        }
        for (var end : End.values()) {
            attached.initLabelValues(word(end));
            detached.initLabelValues(word(end));
        }
        for (var api : CloudApi.values()) {
            putOff.initLabelValues(api.action());
            for (var end : CallEnd.values()) {
                calls.initLabelValues(api.action(), word(end));
            }
        }
        for (var outcome : new String[] {"done", "failed"}) {
            looks.initLabelValues(outcome);
            signed.initLabelValues(outcome);
        }
        signed.initLabelValues("disowned");
        for (var leak : Measurement.Leak.values()) {
            swept.initLabelValues(word(leak));
        }
        for (var loop : Measurement.Loop.values()) {
            roundTimes.initLabelValues(word(loop));
        }
    }

    @Override
    public void measured(Measurement measurement) {
        switch (measurement) {
            case Measurement.Attached(var end, var took) -> {
                rpc.labelValues("AllocIP", isError(end)).observe(millis(took));
                attached.labelValues(word(end)).observe(seconds(took));
            }
            case Measurement.Detached(var end, var took) -> {
                rpc.labelValues("ReleaseIP", isError(end)).observe(millis(took));
                detached.labelValues(word(end)).observe(seconds(took));
            }
            case Measurement.Called(var api, var end, var took) -> {
                openApi.labelValues(api.action(), String.valueOf(end != CallEnd.DONE))
                        .observe(millis(took));
                calls.labelValues(api.action(), word(end)).inc();
                callTimes.labelValues(api.action()).observe(seconds(took));
            }
            case Measurement.TookTurn(var api, var wasPutOff, var waited) -> {
                if (wasPutOff) {
                    putOff.labelValues(api.action()).inc();
                } else {
                    turns.labelValues(api.action()).observe(millis(waited));
                }
            }
            case Measurement.GivenUp(var member, var family, var count) ->
                disposed.labelValues(member ? Gauges.REMOTE : Gauges.LOCAL, Gauges.family(family))
                        .inc(count);
            case Measurement.ReadMetadata(var item, var answered, var took) ->
                metadata.labelValues(item, String.valueOf(!answered)).observe(millis(took));
            case Measurement.Signed(var had) -> signed.labelValues(outcome(had)).inc();
            case Measurement.Disowned() -> signed.labelValues("disowned").inc();
            case Measurement.Told(NodeCondition.Kind kind, var holds) ->
                conditions.labelValues(kind.text()).set(holds ? 1 : 0);
            case Measurement.Looked(var answered) -> {
                looks.labelValues(outcome(answered)).inc();
                if (answered) {
                    syncs.labelValues(node).inc();
                }
            }
            case Measurement.Round(var loop, var took) -> {
                roundTimes.labelValues(word(loop)).observe(seconds(took));
                if (loop == Measurement.Loop.POOL) {
                    rounds.labelValues(node).inc();
                }
            }
            case Measurement.Stumbled(var loop) -> stumbled.labelValues(loop).inc();
            case Measurement.Swept(var leak) -> swept.labelValues(word(leak)).inc();
            case Measurement.KernelAsked(var deed, var done, var took) ->
                kernel.labelValues(word(deed), outcome(done)).observe(seconds(took));
        }
    }

    /** A word of ours as labels have it. */
    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private static String outcome(boolean well) {
        return well ? "done" : "failed";
    }

    private static String isError(End end) {
        return String.valueOf(end != End.DONE);
    }

    private static double millis(Duration took) {
        return nanos(took) / NANOS_PER_MILLI;
    }

    private static double seconds(Duration took) {
        return nanos(took) / NANOS_PER_SECOND;
    }

    /** A clock that was set back must not take anything away from a sum. */
    private static long nanos(Duration took) {
        return took.isNegative() ? 0 : took.toNanos();
    }
}
