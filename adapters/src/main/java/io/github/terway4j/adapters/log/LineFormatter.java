package io.github.terway4j.adapters.log;

import io.github.terway4j.adapters.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * A line for each thing that is logged, for people or for machines, with the pod, the sandbox, the ENI and the cloud's request
 * that it is about, where it is about one. No line holds a secret ({@link Redaction}).
 */
public final class LineFormatter extends Formatter {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");
    private static final Pattern ENI = Pattern.compile("\\beni-[0-9a-z]+\\b");
    private static final Pattern REQUEST = Pattern.compile("\\(request ([0-9A-Za-z-]+)\\)");

    private final Style style;
    private final ZoneId zone;

    /** How a line is written. */
    public enum Style {
        /** The words, and behind them {@code key=value} for each thing that they are about. */
        TEXT,
        /** One object of JSON. */
        JSON
    }

    public LineFormatter(Style style) {
        this(style, ZoneId.systemDefault());
    }

    LineFormatter(Style style, ZoneId zone) {
        this.style = style;
        this.zone = zone;
    }

    @Override
    public String format(LogRecord line) {
        var words = Redaction.of(formatMessage(line));
        var trace =
                Optional.ofNullable(line.getThrown()).map(LineFormatter::trace).map(Redaction::of);
        return switch (style) {
            case TEXT -> text(line, words, trace.orElse(""));
            case JSON -> json(line, words, trace);
        };
    }

    private String text(LogRecord line, String words, String trace) {
        var text = new StringBuilder(LOCAL.format(line.getInstant().atZone(zone)))
                .append(" %-7s ".formatted(line.getLevel().getName()))
                .append(words);
        about(words).forEach((key, value) -> text.append(" %s=%s".formatted(key, value)));
        return text.append(System.lineSeparator()).append(trace).toString();
    }

    private static String json(LogRecord line, String words, Optional<String> trace) {
        var object = new LinkedHashMap<String, Object>();
        object.put("time", line.getInstant().atOffset(ZoneOffset.UTC).toString());
        object.put("level", line.getLevel().getName());
        object.put("logger", String.valueOf(line.getLoggerName()));
        object.put("message", words);
        object.putAll(about(words));
        trace.ifPresent(frames -> object.put("trace", frames));
        return Json.write(object) + System.lineSeparator();
    }

    private static Map<String, String> about(String words) {
        var about = new LinkedHashMap<String, String>(LogScope.fields());
        var eni = ENI.matcher(words);
        if (eni.find()) {
            about.put("eni", eni.group());
        }
        var request = REQUEST.matcher(words);
        if (request.find()) {
            about.put("request", request.group(1));
        }
        return about;
    }

    private static String trace(Throwable thrown) {
        var frames = new StringWriter();
        thrown.printStackTrace(new PrintWriter(frames));
        return frames.toString();
    }
}
