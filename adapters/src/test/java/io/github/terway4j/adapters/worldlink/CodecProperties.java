package io.github.terway4j.adapters.worldlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.InstanceFacts;
import io.github.terway4j.ports.out.PodDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the ports take or answer arrives as it was, through JSON and bytes. */
class CodecProperties {
    /** The ports that are carried. One that gets a method with a new type makes {@link PortValues} object. */
    private static final List<Type> TYPES = Stream.of(CloudNetwork.class, InstanceFacts.class, PodDirectory.class)
            .flatMap(port -> Arrays.stream(port.getMethods()))
            .filter(method -> !method.isDefault())
            .flatMap(method -> Stream.concat(
                    Arrays.stream(method.getGenericParameterTypes()), Stream.of(method.getGenericReturnType())))
            .distinct()
            .toList();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_value_arrives_as_it_was(@ForAll("values") Typed typed) throws IOException {
        var shape = Shape.of(typed.type());
        var sent = new ByteArrayOutputStream();
        Frames.write(Channels.newChannel(sent), Map.of("value", Codec.plain(typed.value(), shape)));
        var received = Frames.read(Channels.newChannel(new ByteArrayInputStream(sent.toByteArray())));
        assertEquals(typed.value(), Codec.value(received.getOrDefault("value", ""), shape));
    }

    @Example
    void what_no_port_speaks_of_yet_arrives_as_well() {
        var value = new Everything(
                true,
                Long.MIN_VALUE,
                Instant.parse("2026-01-02T03:04:05.000000006Z"),
                Optional.of("a"),
                Optional.empty());
        var shape = Shape.of(Everything.class);
        assertEquals(value, Codec.value(Json.read(Json.write(Codec.plain(value, shape))), shape));
    }

    public record Everything(boolean flag, long number, Instant time, Optional<String> some, Optional<Integer> none) {
        // The codec reaches public constructors only, as those of the ports' values are.
        public Everything {}
    }

    @Example
    void a_frame_of_an_unlikely_length_is_refused_before_memory_is_asked_for() {
        for (var length : new int[] {-1, 16 * 1024 * 1024 + 1, Integer.MAX_VALUE}) {
            var bytes = ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
            var refusal = assertThrows(
                    IOException.class, () -> Frames.read(Channels.newChannel(new ByteArrayInputStream(bytes))));
            assertTrue(refusal.toString().contains("a frame of %d bytes".formatted(length)), refusal.toString());
        }
    }

    @Example
    void what_no_port_speaks_of_is_not_carried() {
        for (var stranger : List.of(new Object(), 1.5, 'c')) {
            assertThrows(IllegalArgumentException.class, () -> Codec.plain(stranger, Shape.of(stranger.getClass())));
        }
    }

    @Example
    void a_value_that_breaks_a_rule_of_its_record_does_not_arrive() {
        var ip = Map.of("family", "V4", "high", 1L, "low", 1L);
        assertThrows(IllegalArgumentException.class, () -> Codec.value(ip, Shape.of(Ip.class)));
    }

    @Provide
    Arbitrary<Typed> values() {
        return Arbitraries.of(TYPES).flatMap(type -> PortValues.of(type).map(value -> new Typed(type, value)));
    }

    record Typed(Type type, Object value) {}
}
