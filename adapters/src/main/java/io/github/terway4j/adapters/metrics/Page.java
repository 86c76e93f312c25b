package io.github.terway4j.adapters.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** All that is counted, as a text that every Prometheus reads. Any thread may read it. */
public final class Page {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    public String text() {
        var text = new ByteArrayOutputStream();
        try {
            writer.write(text, registry.scrape());
        } catch (IOException never) {
            throw new UncheckedIOException("memory was written to", never);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    public String contentType() {
        return writer.getContentType();
    }

    Counter counter(Metric metric) {
        expect(metric, Metric.Type.COUNTER);
        return Counter.builder()
                .name(metric.text())
                .help(metric.help())
                .labelNames(names(metric))
                .register(registry);
    }

    Gauge gauge(Metric metric) {
        expect(metric, Metric.Type.GAUGE);
        return Gauge.builder()
                .name(metric.text())
                .help(metric.help())
                .labelNames(names(metric))
                .register(registry);
    }

    /** One that is asked when somebody reads. */
    void gauge(Metric metric, Consumer<GaugeWithCallback.Callback> answer) {
        expect(metric, Metric.Type.GAUGE);
        GaugeWithCallback.builder()
                .name(metric.text())
                .help(metric.help())
                .labelNames(names(metric))
                .callback(answer)
                .register(registry);
    }

    /** @param bounds the upper ones, but the last, which is infinite */
    Histogram histogram(Metric metric, double[] bounds) {
        expect(metric, Metric.Type.HISTOGRAM);
        return Histogram.builder()
                .name(metric.text())
                .help(metric.help())
                .labelNames(names(metric))
                .classicOnly()
                .classicUpperBounds(bounds)
                .register(registry);
    }

    private static void expect(Metric metric, Metric.Type type) {
        if (metric.type() != type) {
            throw new IllegalStateException("%s is a %s and no %s".formatted(metric.text(), metric.type(), type));
        }
    }

    private static String[] names(Metric metric) {
        return metric.labels().toArray(String[]::new);
    }
}
