package io.github.terway4j.adapters.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.InstanceIdentity;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of answers that the real service might give on a bad day. */
final class EcsInstanceMetadataTest {
    private static final String ENI = "network/interfaces/macs/00:16:3e:00:00:01/";
    private static final Ip IPV4 = Ip.parse("10.0.0.4");

    private final ScriptedService service = new ScriptedService();
    private final MetadataClient client = service.client();
    private final EcsInstanceMetadata metadata = new EcsInstanceMetadata(client);

    @BeforeEach
    void answerWell() {
        service.says("instance-id", "i-1");
        service.says("instance/instance-type", "ecs.g7.large");
        service.says("region-id", "cn-hangzhou");
        service.says("zone-id", "cn-hangzhou-h");
        service.says("vpc-id", "vpc-1");
        service.says("vswitch-id", "vsw-1");
        service.says("mac", "00:16:3e:00:00:01");
        service.says(ENI + "primary-ip-address", IPV4.toString());
    }

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[fd00::1]", "[fd00::1,fd00::2]", "[fd00::1, fd00::2]\n", " [ fd00::1 ] "})
    void the_first_ipv6_address_of_the_list_is_the_nodes_own(String list) {
        service.says(ENI + "ipv6s", list);
        assertEquals(DualStack.both(IPV4, Ip.parse("fd00::1")), addresses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[ ]"})
    void a_list_without_an_address_is_as_good_as_none(String list) {
        service.says(ENI + "ipv6s", list);
        assertEquals(DualStack.v4(IPV4), addresses());
    }

    @ParameterizedTest
    @CsvSource({
        "instance-id, ''",
        "instance/instance-type, ' '",
        "region-id, ''",
        "vpc-id, ''",
        "mac, eth0",
        "mac, '<html>'",
        "network/interfaces/macs/00:16:3e:00:00:01/primary-ip-address, 10.0.0",
        "network/interfaces/macs/00:16:3e:00:00:01/primary-ip-address, ''",
        "network/interfaces/macs/00:16:3e:00:00:01/ipv6s, fd00::1",
        "network/interfaces/macs/00:16:3e:00:00:01/ipv6s, [fd00::g]",
    })
    void what_makes_no_sense_is_told_with_its_path(String path, String text) {
        service.says(path, text);
        assertTrue(unknown().contains(path), unknown());
    }

    @ParameterizedTest
    @CsvSource({"primary-ip-address, fd00::1", "ipv6s, [10.0.0.5]"})
    void an_address_of_the_wrong_family_makes_no_sense(String name, String text) {
        service.says(ENI + name, text);
        assertTrue(unknown().contains(name), unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"instance-id", "mac", "zone-id"})
    void what_must_be_there_and_is_not_leaves_all_unknown(String path) {
        service.refuses(path, 404);
        assertTrue(unknown().contains(path), unknown());
    }

    @Test
    void while_ipv6_cannot_be_read_nothing_is_said_of_it() {
        service.refuses(ENI + "ipv6s", 500);
        unknown();
    }

    @Test
    void who_is_throttled_says_so() {
        service.refuses("zone-id", 429);
        assertEquals(new CloudOutcome.Throttled<>(Duration.ofSeconds(1)), metadata.self());
    }

    private DualStack<Ip> addresses() {
        return switch (metadata.self()) {
            case CloudOutcome.Done<InstanceIdentity>(InstanceIdentity identity) -> identity.hostAddresses();
            case CloudOutcome<InstanceIdentity> other -> fail(other.toString());
        };
    }

    private String unknown() {
        return assertInstanceOf(CloudOutcome.Unknown.class, metadata.self()).words();
    }
}
