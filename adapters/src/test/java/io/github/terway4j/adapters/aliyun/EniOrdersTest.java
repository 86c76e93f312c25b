package io.github.terway4j.adapters.aliyun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.NewEni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EniOrdersTest {
    private static final ClientToken TOKEN = new ClientToken("terway4j-19f0ac6e7b2-00112233445566778899aabbccddeeff");

    private static String sent(Optional<String> resourceGroup) {
        var wanted = new NewEni(
                new InstanceId("i-1"), new VSwitchId("vsw-1"), List.of(new SecurityGroupId("sg-1")), 3, 0, Map.of());
        return new EniOrders(resourceGroup).request(wanted, TOKEN).getClientToken();
    }

    @Test
    void the_same_wish_under_the_same_token_is_the_same_call() {
        assertEquals(sent(Optional.of("rg-1")), sent(Optional.of("rg-1")));
        assertEquals(TOKEN.text(), sent(Optional.empty()));
    }

    @Test
    void a_call_that_is_made_again_for_another_resource_group_is_another_call() {
        assertNotEquals(sent(Optional.of("rg-1")), sent(Optional.of("rg-2")));
        assertNotEquals(sent(Optional.of("rg-1")), sent(Optional.empty()));
    }

    @Test
    void what_is_sent_is_no_longer_than_the_cloud_takes() {
        assertEquals(sent(Optional.of("rg-1")), new ClientToken(sent(Optional.of("rg-1"))).text());
    }
}
