package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.domain.pod.AttachmentKey;
import io.github.terway4j.domain.pod.PodRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The digests were computed with sha1sum(1). */
class VethNamesTest {
    @ParameterizedTest
    @CsvSource({
        // SHA-1 of default.web, default.webeth1, kube-system.coredns-5d78c9869d-abcde
        "default,     web,                       eth0, cali68caf03a5f4",
        "default,     web,                       eth1, cali2a38786bc9a",
        "kube-system, coredns-5d78c9869d-abcde,  eth0, cali4d5f75c480c"
    })
    void the_hosts_end_has_the_name_that_policy_engines_look_for(
            String namespace, String name, String interfaceName, String expected) {
        assertEquals(
                new LinkName(expected), VethNames.hostEnd(new PodRef(namespace, name), new LinkName(interfaceName)));
    }

    /** SHA-1 of "host sandbox-1/eth0" ends in a0c62d2da9, that of "pod sandbox-1/eth0" in 4229310d09. */
    @Test
    void hardware_addresses_are_the_end_of_a_digest_behind_a_local_prefix() {
        var key = new AttachmentKey("sandbox-1", new LinkName("eth0"));
        assertEquals(Mac.parse("02:a0:c6:2d:2d:a9"), VethNames.hostMac(key));
        assertEquals(Mac.parse("02:42:29:31:0d:09"), VethNames.podMac(key));
    }
}
