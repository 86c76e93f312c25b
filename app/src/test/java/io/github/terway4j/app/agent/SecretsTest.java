package io.github.terway4j.app.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.terway4j.adapters.aliyun.AliyunApi;
import io.github.terway4j.adapters.aliyun.AliyunCloudNetwork;
import io.github.terway4j.adapters.aliyun.AliyunEndpoints;
import io.github.terway4j.adapters.kubernetes.ApiServer;
import io.github.terway4j.adapters.kubernetes.KubernetesPodDirectory;
import io.github.terway4j.adapters.log.LineFormatter;
import io.github.terway4j.adapters.log.LineFormatter.Style;
import io.github.terway4j.adapters.tasks.SystemTasks;
import io.github.terway4j.app.usecase.CallPacer;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.Region;
import io.github.terway4j.domain.pod.PodRef;
import io.github.terway4j.domain.quota.CallBudget;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A cloud and a cluster that say all that they were sent back to us, in errors of every kind: whatever we and our libraries
 * make of it in the log, at its most talkative, holds no secret.
 */
final class SecretsTest {
    private static final List<String> SECRETS =
            List.of("LTAIplanted", "pLanTedKeySecret", "pLanTedStsToken", "pLanTedBearer");

    @TempDir
    private Path folder = Path.of("");

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler ears = new Handler() {
        @Override
        public void publish(LogRecord line) {
            for (var style : Style.values()) {
                lines.add(new LineFormatter(style).format(line));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final SystemTasks tasks = new SystemTasks();
    private int status = 400;
    private String answer = "";
    private HttpServer echo;

    @BeforeEach
    void listen() throws IOException {
        echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var told = "%s %s %s"
                    .formatted(
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().get("Authorization"),
                            body)
                    .replace("\"", "'");
            var bytes = answer.replace("ECHO", told).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        echo.start();
        root.addHandler(ears);
        root.setLevel(Level.ALL);
        ears.setLevel(Level.ALL);
    }

    @AfterEach
    void close() {
        root.setLevel(before);
        root.removeHandler(ears);
        echo.stop(0);
        tasks.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {'Code':'SignatureDoesNotMatch','Message':'the server signs ECHO','RequestId':'4F-2A'}",
                "403 | {'Code':'Forbidden.RAM','Message':'ECHO','RequestId':'4F-2A'}",
                "404 | {'Code':'InvalidAccessKeyId.NotFound','Message':'ECHO','RequestId':'4F-2A'}",
                "400 | {'Code':'Never.Heard.Of','Message':'ECHO','RequestId':'4F-2A'}",
                "400 | {'Code':'Throttling.User','Message':'ECHO','RequestId':'4F-2A'}",
                "500 | {'Code':'InternalError','Message':'ECHO','RequestId':'4F-2A'}",
                "502 | <html>ECHO</html>",
                "200 | <html>ECHO</html>",
                "200 | {'RequestId':'4F-2A','NetworkInterfaceSets':'ECHO'",
                "200 | {'NetworkInterfaceSets':'ECHO'}"
            })
    void no_answer_of_the_cloud_brings_a_secret_into_the_log(int said, String words) {
        status = said;
        answer = words.replace('\'', '"');
        for (var credentials : List.<Credentials>of(
                new Credentials.AccessKey(SECRETS.get(0), SECRETS.get(1)),
                new Credentials.Temporary(SECRETS.get(0), SECRETS.get(1), SECRETS.get(2), Instant.MAX))) {
            var there = "127.0.0.1:" + echo.getAddress().getPort();
            var endpoints =
                    new AliyunEndpoints(new Region("cn-hangzhou"), AliyunEndpoints.Scheme.HTTP, there, there, Map.of());
            var pacer = new CallPacer(new CallBudget(Map.of(), tasks.instant()), tasks, new SplittableRandom(1));
            var api = new AliyunApi(endpoints, () -> new CloudOutcome.Done<>(credentials), pacer);
            var outcome = new AliyunCloudNetwork(api, Optional.empty()).enisOf(new InstanceId("i-1"));
            root.log(Level.WARNING, outcome.words());
            root.log(Level.WARNING, "with " + credentials);
        }
        nothingSecret();
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "404", "500", "200"})
    void no_answer_of_the_cluster_does(int said) throws IOException {
        status = said;
        answer = "{\"kind\":\"Status\",\"message\":\"ECHO\",\"code\":%d}".formatted(said);
        var kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {token: %s}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                current-context: x
                """.formatted(echo.getAddress().getPort(), SECRETS.get(3)));
        try (var server = ApiServer.ofKubeconfig(kubeconfig)) {
            var found = new KubernetesPodDirectory(server, "node-1").find(new PodRef("default", "web"));
            root.log(Level.WARNING, "found " + found);
        }
        nothingSecret();
    }

    @Test
    void a_secret_that_is_told_all_the_same_would_be_found_here() {
        root.log(Level.WARNING, "by chance " + SECRETS.get(1));
        assertEquals(
                2, lines.stream().filter(line -> line.contains(SECRETS.get(1))).count());
    }

    private void nothingSecret() {
        assertTrue(lines.size() > 1, "something was logged");
        for (var line : lines) {
            SECRETS.forEach(secret -> assertFalse(line.contains(secret), line));
        }
    }
}
