package io.github.terway4j.adapters.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LineFormatterTest {
    private static final String SECRET = "pLanTedSecret0123/+=";
    private static final PodRef WEB = new PodRef("default", "web");
    private static final AttachmentKey SANDBOX = new AttachmentKey("c0ffee", new LinkName("eth0"));

    private final LineFormatter text = new LineFormatter(LineFormatter.Style.TEXT, ZoneOffset.UTC);
    private final LineFormatter json = new LineFormatter(LineFormatter.Style.JSON, ZoneOffset.UTC);

    @Test
    void a_line_for_people_ends_with_what_it_is_about() {
        var line = LogScope.during(
                WEB,
                SANDBOX,
                () -> text.format(line("AttachNetworkInterface: Busy, eni-bp1x is moving (request 4F-2A)")));
        assertEquals(
                "1970-01-01T00:00:00.000 WARNING AttachNetworkInterface: Busy, eni-bp1x is moving (request 4F-2A)"
                        + " pod=default/web sandbox=c0ffee eni=eni-bp1x request=4F-2A\n",
                line);
    }

    @Test
    void a_line_for_machines_is_one_object() {
        var line = LogScope.during(SANDBOX, () -> json.format(line("eni-bp1x \"is\"\nmoving")));
        assertEquals(1, line.lines().count());
        var object = Json.readObject(line);
        assertEquals("1970-01-01T00:00Z", object.get("time"));
        assertEquals("WARNING", object.get("level"));
        assertEquals("teller", object.get("logger"));
        assertEquals("eni-bp1x \"is\"\nmoving", object.get("message"));
        assertEquals("c0ffee", object.get("sandbox"));
        assertEquals("eni-bp1x", object.get("eni"));
        assertFalse(object.containsKey("pod"));
        assertFalse(object.containsKey("request"));
    }

    @Test
    void what_is_about_nobody_says_so_by_saying_nothing() {
        assertEquals("1970-01-01T00:00:00.000 WARNING the pool looks\n", text.format(line("the pool looks")));
    }

    @Test
    void what_was_done_for_somebody_is_over_when_it_is_done() {
        LogScope.during(SANDBOX, () -> text.format(line("done")));
        assertFalse(text.format(line("the next")).contains("sandbox="));
    }

    @Test
    void a_mistake_comes_with_its_trace_in_either_style() {
        var line = line("stumbled");
        line.setThrown(new IllegalStateException("AccessKeySecret=" + SECRET));
        assertTrue(text.format(line).contains("at io.github.terway4j"));
        assertEquals(1, json.format(line).lines().count());
        assertFalse(text.format(line).contains(SECRET));
        assertFalse(json.format(line).contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ecs/?Action=A&AccessKeyId=%s&Format=JSON",
                "the signed string is GET&%%2F&AccessKeyId%%3D%s%%26Action",
                "Signature=%s",
                "{\"AccessKeySecret\":\"%s\",\"Code\":\"Success\"}",
                "{\"SecurityToken\" : \"%s\"}",
                "{\\\"SecurityToken\\\":\\\"%s\\\"}",
                "access_key: %s",
                "access_secret=%s, and more",
                "Authorization: Bearer %s",
                "accessKeySecret='%s'"
            })
    void what_looks_like_a_secret_is_hidden_and_the_rest_is_not(String words) {
        var line = text.format(line("before " + words.formatted(SECRET)));
        assertFalse(line.contains("pLanTed"), line);
        assertTrue(line.contains("before"), line);
        assertTrue(line.contains("(hidden)"), line);
    }

    @Test
    void a_token_of_a_service_account_is_hidden_wherever_it_stands() {
        var line = text.format(line("token eyJhbGciOi.eyJpc3MiOi.c2lnbmVk was refused"));
        assertEquals("1970-01-01T00:00:00.000 WARNING token (hidden) was refused\n", line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pod default/web AllocIPSucceed: Alloc IP 10.1.0.4 took 12 ms",
                "no AccessKey is given by credential_path or the instance's role",
                "the access key is unknown, InvalidAccessKeyId.NotFound",
                "the token of the metadata service has ended"
            })
    void words_that_hold_no_secret_are_left_alone(String words) {
        assertTrue(text.format(line(words)).contains(words));
    }

    private static LogRecord line(String words) {
        var line = new LogRecord(Level.WARNING, words);
        line.setInstant(Instant.EPOCH);
        line.setLoggerName("teller");
        return line;
    }
}
