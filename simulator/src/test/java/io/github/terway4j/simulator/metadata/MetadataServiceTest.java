package io.github.terway4j.simulator.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.simulator.quirk.Quirk;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataServiceTest {
    private static final Duration SIX_HOURS = Duration.ofHours(6);

    private final Village village = new Village();
    private final Mac primary =
            village.cloud.eni(village.both.primaryEni()).orElseThrow().eni().mac();

    @ParameterizedTest
    @CsvSource({
        "instance/instance-type, ecs.g7.xlarge",
        "region-id,              cn-hangzhou",
        "zone-id,                cn-hangzhou-h",
        "vpc-cidr-block,         10.0.0.0/8",
        "vswitch-cidr-block,     10.1.0.0/20",
        "private-ipv4,           10.1.0.3",
        "network-type,           vpc",
        "owner-account-id,       1234567890"
    })
    void an_instance_reads_what_it_is(String path, String text) {
        assertEquals(text, village.read(path));
    }

    @Test
    void an_instance_reads_the_names_of_what_it_is_in() {
        assertEquals(village.both.id().text(), village.read("instance-id"));
        assertEquals(village.both.vpc().text(), village.read("vpc-id"));
        assertEquals(village.both.vSwitch().text(), village.read("vswitch-id"));
        assertEquals(primary.toString(), village.read("mac"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "primary-ip-address      | 10.1.0.3",
                "private-ipv4s           | [\"10.1.0.3\",\"10.1.0.4\",\"10.1.0.5\"]",
                "ipv6s                   | [2408:4005:300:1::9]",
                "netmask                 | 255.255.240.0",
                "gateway                 | 10.1.15.253",
                "ipv6-gateway            | 2408:4005:300:1:ffff:ffff:ffff:fff7",
                "vswitch-cidr-block      | 10.1.0.0/20",
                "vswitch-ipv6-cidr-block | 2408:4005:300:1::/64",
                "vpc-cidr-block          | 10.0.0.0/8",
                "vpc-ipv6-cidr-blocks    | [2408:4005:300::/56]"
            })
    void an_eni_is_described_below_its_mac(String name, String text) {
        assertEquals(text, village.read("network/interfaces/macs/%s/%s".formatted(primary, name)));
    }

    @Test
    void an_eni_says_whose_it_is() {
        var folder = "network/interfaces/macs/%s/".formatted(primary);
        assertEquals(village.both.primaryEni().text(), village.read(folder + "network-interface-id"));
        assertEquals(village.both.vSwitch().text(), village.read(folder + "vswitch-id"));
        assertEquals(village.both.vpc().text(), village.read(folder + "vpc-id"));
    }

    @Test
    void folders_are_listed_with_a_slash_at_the_end_of_each_folder_in_them() {
        var macs = village.read("network/interfaces/macs/").split("\n");
        assertEquals(2, macs.length);
        assertTrue(List.of(macs).contains(primary + "/"), () -> List.of(macs).toString());
        assertEquals("macs/", village.read("network/interfaces"));
        assertEquals(
                "instance-name\ninstance-type\nmax-netbw-egress\nvirtualization-solution\nvirtualization-solution-version",
                village.read("instance/"));
        assertEquals("2016-01-01\nlatest", at("/").body());
        assertEquals("dynamic/\nmeta-data/", at("/2016-01-01/").body());
        assertEquals("dynamic/\nmeta-data/", at("/latest").body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipv6s", "ipv6-gateway", "vswitch-ipv6-cidr-block"})
    void without_ipv6_there_is_no_such_path(String name) {
        var mac =
                village.cloud.eni(village.old.primaryEni()).orElseThrow().eni().mac();
        var path = "/latest/meta-data/network/interfaces/macs/%s/%s".formatted(mac, name);
        assertEquals(
                404,
                village.service
                        .answer(village.old.id(), MetadataRequest.get(path))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/latest/meta-data/eipv4",
                "/latest/meta-data/mac/",
                "/latest/meta-data/instance-i",
                "/latest/user-data",
                "/1999/meta-data/mac",
                "/latest/meta-data//mac",
                "latest"
            })
    void what_is_not_there_is_not_found(String path) {
        assertEquals(404, at(path).status());
    }

    @Test
    void an_instance_that_does_not_exist_reads_nothing() {
        var reply = village.service.answer(new InstanceId("i-none"), MetadataRequest.get("/latest/meta-data/mac"));
        assertEquals(404, reply.status());
    }

    @Test
    void the_identity_document_names_the_instance() {
        var document = at("/latest/dynamic/instance-identity/document").body();
        assertTrue(document.contains("\"instance-id\" : \"%s\"".formatted(village.both.id())), document);
        assertTrue(document.contains("\"mac\" : \"%s\"".formatted(primary)), document);
    }

    @Test
    void an_eni_comes_and_goes_with_what_is_attached() {
        assertEquals(2, village.read("network/interfaces/macs/").lines().count());
        var third = village.create();
        assertEquals(2, village.read("network/interfaces/macs/").lines().count());
        village.attach(third);
        assertEquals(3, village.read("network/interfaces/macs/").lines().count());
        village.cloud.detach(third.id(), village.both.id());
        village.pass(Duration.ofMinutes(1));
        assertEquals(2, village.read("network/interfaces/macs/").lines().count());
    }

    @Test
    void where_metadata_lags_an_address_and_an_eni_are_seen_that_much_later() {
        village.service.lag(Duration.ofSeconds(10));
        var path = "network/interfaces/macs/%s/private-ipv4s".formatted(primary);
        var before = village.read(path);
        village.assign(village.both.primaryEni(), IpFamily.V4, 1);
        village.attach(village.create());
        assertEquals(before, village.read(path));
        village.pass(Duration.ofMillis(9_999));
        assertEquals(2, village.read("network/interfaces/macs/").lines().count());
        village.pass(Duration.ofMillis(1));
        assertNotEquals(before, village.read(path));
        assertEquals(3, village.read("network/interfaces/macs/").lines().count());
    }

    @Test
    void a_quirk_of_the_cloud_makes_metadata_late() {
        village.cloud.quirks().follow(QuirkPlan.of(new Quirk.MetadataLate(Duration.ofSeconds(10))));
        village.attach(village.create());
        assertEquals(2, village.read("network/interfaces/macs/").lines().count());
        village.pass(Duration.ofSeconds(10));
        assertEquals(3, village.read("network/interfaces/macs/").lines().count());
    }

    @Test
    void nothing_is_seen_before_what_came_before_it() {
        village.service.lag(Duration.ofSeconds(10));
        village.attach(village.create());
        village.service.lag(Duration.ZERO);
        village.assign(village.both.primaryEni(), IpFamily.V4, 1);
        assertEquals(2, village.read("network/interfaces/macs/").lines().count());
        village.pass(Duration.ofSeconds(10));
        assertEquals(3, village.read("network/interfaces/macs/").lines().count());
    }

    @Test
    void prefixes_stand_beside_the_addresses() {
        var folder = "network/interfaces/macs/%s/".formatted(primary);
        assertEquals(404, village.get(folder + "ipv4-prefixes").status());
        for (var part : List.of("10.1.1.0/24", "2408:4005:300:1:1::/80")) {
            village.cloud.site().reserve(village.both.vSwitch(), Cidr.parse(part));
        }
        village.assignPrefixes(village.both.primaryEni(), IpFamily.V4, 2);
        village.assignPrefixes(village.both.primaryEni(), IpFamily.V6, 1);
        assertEquals("10.1.1.0/28\n10.1.1.16/28", village.read(folder + "ipv4-prefixes"));
        assertEquals("2408:4005:300:1:1::/80", village.read(folder + "ipv6-prefixes"));
        assertEquals("[\"10.1.0.3\",\"10.1.0.4\",\"10.1.0.5\"]", village.read(folder + "private-ipv4s"));
    }

    @Test
    void what_was_seen_before_a_lag_began_stays_seen() {
        village.attach(village.create());
        village.service.lag(Duration.ofMinutes(1));
        assertEquals(3, village.read("network/interfaces/macs/").lines().count());
    }

    @Test
    void the_role_is_listed_and_its_credentials_are_those_that_were_issued() {
        assertEquals("KubernetesWorkerRole-1", village.read("ram/security-credentials/"));
        assertEquals(
                """
                {
                  "AccessKeyId" : "STS.id-1",
                  "AccessKeySecret" : "secret-1",
                  "Expiration" : "%s",
                  "SecurityToken" : "token+/=1",
                  "LastUpdated" : "%s",
                  "Code" : "Success"
                }""".formatted(
                                village.instant().plus(SIX_HOURS).toString().replaceFirst("\\.[0-9]+Z", "Z"),
                                village.instant().toString().replaceFirst("\\.[0-9]+Z", "Z")),
                village.read("ram/security-credentials/KubernetesWorkerRole-1"));
    }

    @Test
    void credentials_stay_the_same_until_half_an_hour_before_their_end() {
        var first = village.read("ram/security-credentials/KubernetesWorkerRole-1");
        village.pass(SIX_HOURS.minusMinutes(31));
        assertEquals(first, village.read("ram/security-credentials/KubernetesWorkerRole-1"));
        village.pass(Duration.ofMinutes(1));
        assertNotEquals(first, village.read("ram/security-credentials/KubernetesWorkerRole-1"));
    }

    @Test
    void without_a_role_there_are_no_credentials() {
        village.roles.takeAway();
        assertEquals(404, village.get("ram/security-credentials/").status());
        assertEquals(
                404,
                village.get("ram/security-credentials/KubernetesWorkerRole-1").status());
    }

    @Test
    void in_an_outage_everybody_is_refused_until_it_is_over() {
        village.service.outage(503);
        assertEquals(503, village.get("mac").status());
        village.service.recover();
        assertEquals(200, village.get("mac").status());
    }

    @Test
    void nothing_is_ever_written() {
        var reply = village.service.answer(
                village.both.id(), new MetadataRequest("POST", "/latest/meta-data/mac", Map.of()));
        assertEquals(405, reply.status());
    }

    private MetadataReply at(String path) {
        return village.service.answer(village.both.id(), MetadataRequest.get(path));
    }
}
