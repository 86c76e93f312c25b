package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.adapters.syscall.Fd;
import io.github.terway4j.adapters.syscall.UnixConnection;
import io.github.terway4j.ports.in.AttachPod;
import io.github.terway4j.ports.in.DetachPod;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class CniServerTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final CniLimits LIMITS = new CniLimits(LONG, LONG, 20, 15);
    private static final String NETWORK_NAMESPACE = "/proc/self/ns/net";

    @TempDir
    private Path directory;

    private final FakeNode node = new FakeNode();
    private final List<CniServer> servers = new ArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        servers.forEach(CniServer::close);
        callers.shutdown();
    }

    @Test
    void a_call_is_answered_over_the_socket() {
        serve(node.deeds(), LIMITS);
        assertEquals(new CniReply(0, "{\"cniVersion\":\"1.1.0\"}"), call("STATUS"));
        assertEquals(List.of("status"), node.asked);
    }

    @Test
    void the_largest_call_is_answered() {
        serve(node.deeds(), LIMITS);
        var stdin = Calls.config("1.0.0", ",\"more\":\"%s\"".formatted("x".repeat(FrameHeader.MOST_STDIN_BYTES - 200)));
        var environment = Calls.environment("DEL");
        environment.put("CNI_PATH", "x".repeat(FrameHeader.MOST_ENVIRONMENT_BYTES - 500));
        assertEquals(new CniReply(0, "{\"cniVersion\":\"1.0.0\"}"), client().call(environment, stdin));
    }

    @Test
    void the_namespace_comes_along_for_as_long_as_the_call() throws IOException {
        var seen = new ArrayList<Path>();
        var names = new ArrayList<String>();
        serve(
                attaching(request -> {
                    names.add(request.netns().path());
                    seen.add(link(request.netns().path()));
                    return node.attach;
                }),
                LIMITS);
        var environment = Calls.environment("ADD");
        environment.put("CNI_NETNS", NETWORK_NAMESPACE);

        long before = openNamespaces();
        var reply = client().call(environment, Calls.config("1.0.0", ""));
        assertTrue(reply.body().contains("\"sandbox\":\"" + NETWORK_NAMESPACE + "\""), reply.body());
        assertEquals(List.of(link(NETWORK_NAMESPACE)), seen);
        assertTrue(names.getFirst().matches("/proc/self/fd/\\d+"), names.getFirst());
        assertEquals(before, openNamespaces());
    }

    @Test
    void every_descriptor_that_comes_along_is_closed_even_if_the_call_makes_no_sense() throws IOException {
        serve(node.deeds(), LIMITS);
        long before = openNamespaces();
        for (var request : List.of("terway-cni/2 0 0\n", "nonsense that is longer than any header of ours is\n")) {
            try (var agent = UnixConnection.connect(socket());
                    var first = Fd.openForReading(NETWORK_NAMESPACE);
                    var second = Fd.openForReading(NETWORK_NAMESPACE)) {
                agent.send(bytes(request), List.of(first, second));
                reply(agent);
            }
        }
        assertEquals(before, openNamespaces());
    }

    @Test
    void a_namespace_that_cannot_be_opened_is_told_by_its_name() {
        serve(node.deeds(), LIMITS);
        var environment = Calls.environment("ADD");
        environment.put("CNI_NETNS", "/var/run/netns/gone");
        assertEquals(
                new CniReply(
                        1,
                        "{\"cniVersion\":\"1.0.0\",\"code\":4,\"msg\":\"CNI_NETNS /var/run/netns/gone could not be opened\","
                                + "\"details\":\"the CNI executable sent no descriptor of it\"}"),
                client().call(environment, Calls.config("1.0.0", "")));
    }

    @Test
    void a_call_that_comes_byte_by_byte_is_answered() {
        serve(node.deeds(), LIMITS);
        try (var agent = UnixConnection.connect(socket())) {
            var frame = Frames.write(Calls.call("STATUS", Calls.config("1.1.0", "")));
            while (frame.hasRemaining()) {
                agent.send(ByteBuffer.wrap(new byte[] {frame.get()}));
            }
            assertEquals(new CniReply(0, "{\"cniVersion\":\"1.1.0\"}"), reply(agent));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "terway-cni/2 10 10~                      | it is a frame of version 2, and only version 1 is known",
                "terway-cni/17 {new}~                     | it is a frame of version 17, and only version 1 is known",
                "terway-cni/1 10~                         | it does not begin with a header of terway-cni/1",
                "terway-cni/1 -1 5~                       | it does not begin with a header of terway-cni/1",
                "terway-cni/1 9999999999 5~               | it does not begin with a header of terway-cni/1",
                "GET / HTTP/1.1~                          | it does not begin with a header of terway-cni/1",
                "0123456789012345678901234567890123456789 | it does not begin with a header of terway-cni/1",
                "terway-cni/1 65537 0~                    | its environment has 65537 bytes, and 65536 are allowed",
                "terway-cni/1 0 1048577~                  | its stdin has 1048577 bytes, and 1048576 are allowed",
                "terway-cni/1 1 1~abc                     | it is longer than its header says"
            })
    void what_is_no_call_is_refused_in_words(String frame, String words) {
        serve(node.deeds(), LIMITS);
        try (var agent = UnixConnection.connect(socket())) {
            agent.send(bytes(frame.replace('~', '\n')));
            assertEquals(notUnderstood(words), reply(agent));
        }
        assertEquals(List.of(), node.asked);
    }

    @Test
    void a_silent_caller_is_sent_away_and_others_are_served_meanwhile() {
        serve(node.deeds(), new CniLimits(Duration.ofMillis(300), LONG, 20, 15));
        try (var silent = UnixConnection.connect(socket());
                var half = UnixConnection.connect(socket())) {
            half.send(bytes("terway-cni/1 100 100\nCNI_COMMAND=ST"));
            assertEquals(0, call("STATUS").exitStatus());
            assertEquals(notUnderstood("it did not arrive whole within 300 ms"), reply(silent));
            assertEquals(notUnderstood("it did not arrive whole within 300 ms"), reply(half));
        }
    }

    @Test
    void a_caller_that_ends_in_the_middle_does_no_harm() {
        serve(node.deeds(), LIMITS);
        try (var half = UnixConnection.connect(socket())) {
            half.send(bytes("terway-cni/1 100 100\nCNI_COMMAND=ST"));
            half.finishSending();
            assertEquals(notUnderstood("the connection ended before it was whole"), reply(half));
        }
        try (var half = UnixConnection.connect(socket())) {
            half.send(bytes("terway"));
        }
        assertEquals(0, call("STATUS").exitStatus());
    }

    @Test
    void ten_callers_are_served_at_once() throws Exception {
        var all = new CyclicBarrier(10);
        serve(
                attaching(request -> {
                    await(all);
                    return node.attach;
                }),
                LIMITS);
        var answers = new ArrayList<Future<CniReply>>();
        for (int i = 0; i < 10; i++) {
            answers.add(callers.submit(() -> call("ADD")));
        }
        for (var answer : answers) {
            assertEquals(0, answer.get().exitStatus());
        }
    }

    @Test
    void sandboxes_that_wait_leave_room_for_a_del() throws Exception {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        serve(attaching(waiting(entered, release)), new CniLimits(LONG, LONG, 10, 1));
        var waits = callers.submit(() -> call("ADD"));
        entered.await();
        assertEquals(
                "{\"cniVersion\":\"1.1.0\",\"code\":11,\"msg\":\"pod default/web cannot be attached\","
                        + "\"details\":\"1 other sandboxes are being attached\"}",
                call("ADD").body());
        assertEquals(0, call("DEL").exitStatus());
        release.countDown();
        assertEquals(0, waits.get().exitStatus());
        assertEquals(0, call("ADD").exitStatus());
    }

    @Test
    void a_call_too_many_is_sent_away() throws Exception {
        var entered = new CountDownLatch(2);
        var release = new CountDownLatch(1);
        var attach = waiting(entered, release);
        DetachPod detach = key -> {
            entered.countDown();
            await(release);
            return node.detach;
        };
        var deeds = node.deeds();
        serve(
                new CniDeeds(attach, detach, deeds.check(), deeds.collect(), deeds.status()),
                new CniLimits(LONG, LONG, 2, 1));
        var one = callers.submit(() -> call("ADD"));
        var two = callers.submit(() -> call("DEL"));
        entered.await();
        assertEquals(
                "{\"cniVersion\":\"1.1.0\",\"code\":11,\"msg\":\"the terway agent cannot take the call\","
                        + "\"details\":\"it serves 2 calls already\"}",
                call("STATUS").body());
        release.countDown();
        assertEquals(0, one.get().exitStatus());
        assertEquals(0, two.get().exitStatus());
    }

    @Test
    void a_caller_who_is_somebody_else_is_not_served() throws IOException {
        servers.add(CniServer.open(socket(), ownUid() + 1, node.deeds(), clock(), LIMITS));
        assertEquals(
                "{\"cniVersion\":\"1.1.0\",\"code\":11,\"msg\":\"the answer of the terway agent cannot be used\","
                        + "\"details\":\"the connection ended before it was whole\"}",
                withoutResets(call("STATUS").body()));
        assertEquals(List.of(), node.asked);
    }

    @Test
    void the_socket_is_for_its_owner_alone() throws IOException {
        var socket = directory.resolve("eni/cni.socket");
        servers.add(CniServer.open(socket, ownUid(), node.deeds(), clock(), LIMITS));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
    }

    @Test
    void a_socket_left_behind_is_taken_over_but_not_one_that_is_served() throws IOException {
        serve(node.deeds(), LIMITS);
        assertThrows(ErrnoException.class, () -> serve(node.deeds(), LIMITS));
        assertEquals(0, call("STATUS").exitStatus());
        servers.getFirst().close();
        try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertTrue(Files.exists(socket()));
        serve(node.deeds(), LIMITS);
        assertEquals(0, call("STATUS").exitStatus());
    }

    @Test
    void a_path_too_long_for_a_socket_is_refused() {
        var refusal = assertThrows(
                IllegalArgumentException.class,
                () -> CniServer.open(directory.resolve("x".repeat(108)), ownUid(), node.deeds(), clock(), LIMITS));
        assertTrue(refusal.toString().contains("1 to 107 bytes"), refusal.toString());
    }

    @Test
    void a_call_under_way_is_finished_before_the_door_closes() throws Exception {
        var entered = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        serve(attaching(waiting(entered, release)), LIMITS);
        var server = servers.getFirst();
        var underWay = callers.submit(() -> call("ADD"));
        entered.await();
        assertFalse(server.stop(Duration.ZERO));
        assertTrue(call("STATUS").body().contains("cannot reach the terway agent"));
        release.countDown();
        assertEquals(0, underWay.get().exitStatus());
        assertTrue(server.stop(LONG));
    }

    private void serve(CniDeeds deeds, CniLimits limits) {
        servers.add(CniServer.open(socket(), ownUid(), deeds, clock(), limits));
    }

    private CniDeeds attaching(AttachPod attach) {
        var deeds = node.deeds();
        return new CniDeeds(attach, deeds.detach(), deeds.check(), deeds.collect(), deeds.status());
    }

    private AttachPod waiting(CountDownLatch entered, CountDownLatch release) {
        return request -> {
            entered.countDown();
            await(release);
            return node.attach;
        };
    }

    private CniReply call(String command) {
        var environment = Calls.environment(command);
        environment.put("CNI_NETNS", NETWORK_NAMESPACE);
        return client().call(environment, Calls.config("1.1.0", ""));
    }

    private CniClient client() {
        return new CniClient(socket(), LONG);
    }

    private Path socket() {
        return directory.resolve("cni.socket");
    }

    private int ownUid() {
        try {
            return (int) Files.getAttribute(directory, "unix:uid");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InstantSource clock() {
        return InstantSource.fixed(FakeNode.NOW);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CniReply reply(UnixConnection agent) {
        try (var reader = new FrameReader(agent, LONG)) {
            return Frames.readReply(reader);
        }
    }

    private static CniReply notUnderstood(String words) {
        return new CniReply(
                1,
                ("{\"cniVersion\":\"1.1.0\",\"code\":11,\"msg\":\"the terway agent did not understand the call\","
                                + "\"details\":\"%s\"}")
                        .formatted(words));
    }

    /** Closing with something unread resets the connection; which of both the caller meets is a matter of time. */
    private static String withoutResets(String body) {
        return body.replace(
                "the connection broke: recvmsg: ECONNRESET (connection reset)",
                "the connection ended before it was whole");
    }

    private static Path link(String path) {
        try {
            return Files.readSymbolicLink(Path.of(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long openNamespaces() throws IOException {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .filter(Files::isSymbolicLink)
                    .filter(fd -> {
                        try {
                            return Files.readSymbolicLink(fd).toString().startsWith("net:[");
                        } catch (IOException closedMeanwhile) {
                            return false;
                        }
                    })
                    .count();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
