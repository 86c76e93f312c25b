package io.github.terway4j.simulator.openapi.operation;

import io.github.terway4j.domain.eni.SecurityGroupId;
import io.github.terway4j.simulator.cloud.api.EniEdit;
import io.github.terway4j.simulator.openapi.wire.Fields;
import io.github.terway4j.simulator.openapi.wire.Parameters;
import java.util.ArrayList;
import java.util.List;

/** ECS API, ModifyNetworkInterfaceAttribute: what is not given stays as it is. */
final class ModifyNetworkInterfaceAttribute implements Operation {
    private final CloudRegion region;

    ModifyNetworkInterfaceAttribute(CloudRegion region) {
        this.region = region;
    }

    @Override
    public Fields perform(Parameters parameters) {
        region.require(parameters);
        CloudRegion.given(region.cloud().modify(Ids.eni(parameters), edits(parameters)));
        return new Fields();
    }

    private static List<EniEdit> edits(Parameters parameters) {
        var edits = new ArrayList<EniEdit>();
        parameters.text("NetworkInterfaceName").map(EniEdit.Name::new).ifPresent(edits::add);
        parameters.text("Description").map(EniEdit.Description::new).ifPresent(edits::add);
        parameters.flag("DeleteOnRelease").map(EniEdit.DeleteOnRelease::new).ifPresent(edits::add);
        parameters.flag("SourceDestCheck").map(EniEdit.SourceDestCheck::new).ifPresent(edits::add);
        parameters.integer("QueueNumber").map(EniEdit.Queues::new).ifPresent(edits::add);
        var groups = parameters.list("SecurityGroupId", SecurityGroupId::new);
        if (!groups.isEmpty()) {
            edits.add(new EniEdit.SecurityGroups(groups));
        }
        return edits;
    }
}
