package io.github.terway4j.adapters.aliyun;

import com.aliyuncs.ecs.model.v20140526.CreateNetworkInterfaceRequest;
import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.domain.eni.TrafficMode;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.NewEni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Writes down which ENI is to be made. The same wish is written the same way: a token stands for each parameter. Whoever
 * asks again remembers the wish but not the resource group, which may be configured otherwise by then: so that goes into
 * the token, and the call is another one, where the cloud would refuse the same call with other parameters. What either
 * makes carries the mark of the token as it was.
 */
record EniOrders(Optional<String> resourceGroup) {
    private static final String DESCRIPTION = "made by terway4j for pods";

    CreateNetworkInterfaceRequest request(NewEni wanted, ClientToken token) {
        var request = new CreateNetworkInterfaceRequest();
        request.setVSwitchId(wanted.vSwitch().text());
        request.setSecurityGroupIdss(
                wanted.securityGroups().stream().map(SecurityGroupId::text).toList());
        request.setDescription(DESCRIPTION);
        request.setTags(tags(wanted));
        request.setClientToken(sent(token));
        // It has no place beside an instance that is no more.
        request.setDeleteOnRelease(true);
        resourceGroup.ifPresent(request::setResourceGroupId);
        // What nobody asks for is a secondary one with standard traffic.
        if (wanted.use().kind() == EniKind.TRUNK) {
            request.setInstanceType("Trunk");
        }
        if (wanted.use().traffic() == TrafficMode.HIGH_PERFORMANCE) {
            request.setNetworkInterfaceTrafficMode("HighPerformance");
        }
        // The primary address comes without asking; of either kind none is asked for by silence.
        if (wanted.ipv4() > 1) {
            request.setSecondaryPrivateIpAddressCount(wanted.ipv4() - 1);
        }
        if (wanted.ipv6() > 0) {
            request.setIpv6AddressCount(wanted.ipv6());
        }
        if (wanted.ipv4Prefixes() > 0) {
            request.setIpv4PrefixCount(wanted.ipv4Prefixes());
        }
        if (wanted.ipv6Prefixes() > 0) {
            request.setIpv6PrefixCount(wanted.ipv6Prefixes());
        }
        return request;
    }

    private String sent(ClientToken token) {
        return resourceGroup
                .map(group -> "%s-%08x".formatted(token.text(), check(group)))
                .orElseGet(token::text);
    }

    private static long check(String text) {
        var check = new CRC32();
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.getValue();
    }

    private static List<CreateNetworkInterfaceRequest.Tag> tags(NewEni wanted) {
        return wanted.marks().byKey().entrySet().stream().map(EniOrders::tag).toList();
    }

    private static CreateNetworkInterfaceRequest.Tag tag(Map.Entry<String, String> entry) {
        var tag = new CreateNetworkInterfaceRequest.Tag();
        tag.setKey(entry.getKey());
        tag.setValue(entry.getValue());
        return tag;
    }
}
