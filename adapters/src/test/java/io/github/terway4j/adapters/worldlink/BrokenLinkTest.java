package io.github.terway4j.adapters.worldlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.NodeFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls when an end dies, and of sockets that the dead leave behind. */
@Timeout(30)
class BrokenLinkTest {
    @TempDir
    Path folder;

    interface Adder {
        int sum(int one, int other);
    }

    private Path socket() {
        return folder.resolve("world.sock");
    }

    @Test
    void a_call_in_flight_when_the_world_dies_is_unknown() throws Exception {
        var arrived = new CountDownLatch(1);
        var never = new CompletableFuture<CloudOutcome<NodeFacts>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = WorldLinkServer.at(socket());
            server.offer(InstanceFacts.class, "facts", () -> {
                arrived.countDown();
                return never.join();
            });
            var call = callers.submit(WorldLink.to(socket()).port(InstanceFacts.class, "facts")::read);
            arrived.await();
            server.close();
            var unknown = assertInstanceOf(CloudOutcome.Unknown.class, call.get());
            assertTrue(unknown.words().contains(socket().toString()), unknown.words());
            never.complete(new CloudOutcome.Denied<>("too late"));
        }
    }

    @Test
    void a_world_that_comes_back_is_heard_again() {
        var far = WorldLink.to(socket()).port(Adder.class, "adder");
        try (var first = WorldLinkServer.at(socket())) {
            first.offer(Adder.class, "adder", Integer::sum);
            assertEquals(5, far.sum(2, 3));
        }
        var lost = assertThrows(IllegalStateException.class, () -> far.sum(2, 3));
        assertTrue(lost.toString().contains(socket().toString()), lost.toString());
        try (var second = WorldLinkServer.at(socket())) {
            second.offer(Adder.class, "adder", Math::multiplyExact);
            assertEquals(6, far.sum(2, 3));
        }
    }

    @Test
    void a_mistake_of_the_world_throws_where_nothing_can_be_unknown() {
        try (var server = WorldLinkServer.at(socket())) {
            server.offer(Adder.class, "adder", Math::addExact);
            var far = WorldLink.to(socket()).port(Adder.class, "adder");
            var mistake = assertThrows(IllegalStateException.class, () -> far.sum(Integer.MAX_VALUE, 1));
            assertTrue(mistake.toString().contains("sum failed"), mistake.toString());
            assertEquals(2, far.sum(1, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\0", "\0\0\0\5{", "\0\0\0\1{", "\0\0\0\2[]", "\177\0\0\0", "\0\0\0\17{\"value\": \"\\uD8\"}"
            })
    void an_answer_that_is_cut_short_or_garbled_is_unknown(String bytes) throws Exception {
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            server.bind(UnixDomainSocketAddress.of(socket()));
            var answered = threads.submit(() -> {
                try (var caller = server.accept()) {
                    Frames.read(caller);
                    caller.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
                }
                return true;
            });
            var cloud = WorldLink.to(socket()).port(CloudNetwork.class, "cloud");
            assertInstanceOf(CloudOutcome.Unknown.class, cloud.attach(new EniId("eni-1"), new InstanceId("i-1")));
            assertTrue(answered.get());
        }
    }

    @Test
    void a_far_port_is_an_object_like_others_without_asking_the_world() {
        var link = WorldLink.to(socket());
        var cloud = link.port(CloudNetwork.class, "cloud");
        assertEquals("CloudNetwork cloud at " + socket(), cloud.toString());
        assertEquals(cloud, WorldLink.to(socket()).port(CloudNetwork.class, "cloud"));
        assertEquals(cloud.hashCode(), link.port(CloudNetwork.class, "cloud").hashCode());
        assertNotEquals(cloud, link.port(CloudNetwork.class, "another"));
        assertFalse(cloud.equals("cloud"));
    }

    @Test
    void a_socket_that_nobody_listens_at_is_taken_over() throws IOException {
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertTrue(Files.exists(socket()), "the dead leave their socket behind");
        try (var server = WorldLinkServer.at(socket())) {
            server.offer(Adder.class, "adder", Integer::sum);
            assertEquals(3, WorldLink.to(socket()).port(Adder.class, "adder").sum(1, 2));
        }
        assertFalse(Files.exists(socket()));
    }

    @Test
    void a_socket_that_somebody_listens_at_is_left_alone() {
        try (var server = WorldLinkServer.at(socket())) {
            server.offer(Adder.class, "adder", Integer::sum);
            assertThrows(UncheckedIOException.class, () -> WorldLinkServer.at(socket()));
            assertEquals(3, WorldLink.to(socket()).port(Adder.class, "adder").sum(1, 2));
        }
    }

    @Test
    void a_file_that_is_no_socket_is_left_alone() throws IOException {
        Files.writeString(socket(), "precious");
        assertThrows(UncheckedIOException.class, () -> WorldLinkServer.at(socket()));
        assertEquals("precious", Files.readString(socket()));
    }
}
