package io.github.terway4j.domain.datapath;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OwnershipProperties {
    @Property
    void an_alias_leads_back_to_its_attachment(@ForAll("attachments") AttachmentKey key) {
        assertEquals(Optional.of(key), Ownership.attachment(Ownership.alias(key)));
    }

    @Property
    void no_text_of_others_is_taken_for_ours(@ForAll String text) {
        assertEquals(Optional.empty(), Ownership.attachment(text));
    }

    @Example
    void what_only_looks_like_ours_is_not() {
        for (var alias : new String[] {
            "",
            "terway4j:",
            "terway4j:/",
            "terway4j:/eth0",
            "terway4j:sandbox-1",
            "terway4j:sandbox-1/",
            "terway4j:sandbox 1/eth0",
            "terway4j:sandbox-1/a-name-too-long-for-a-link",
            "terway4j:a/b/eth0",
            " terway4j:sandbox-1/eth0",
            "calico:sandbox-1/eth0",
            "sandbox-1/eth0"
        }) {
            assertEquals(Optional.empty(), Ownership.attachment(alias), alias);
        }
    }

    @Provide
    Arbitrary<AttachmentKey> attachments() {
        return Wirings.attachments();
    }
}
