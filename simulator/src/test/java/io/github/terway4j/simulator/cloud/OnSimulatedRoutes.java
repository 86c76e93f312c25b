package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.ports.RouteTableContract;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;

/** The contract's instances, in a simulated cloud. */
interface OnSimulatedRoutes extends RouteTableContract {
    int QUOTA = 200;

    TwoVpcs vpcs();

    @Override
    default InstanceId instance() {
        return vpcs().here().instances().get(0).id();
    }

    @Override
    default InstanceId neighbour() {
        return vpcs().here().instances().get(1).id();
    }

    @Override
    default InstanceId stranger() {
        return vpcs().elsewhere().instances().getFirst().id();
    }

    @Override
    default Cidr vSwitchBlock() {
        return Cidr.parse("10.1.0.0/20");
    }

    @Override
    default int quota() {
        return QUOTA;
    }

    /** Two scenes that know nothing of each other. */
    record TwoVpcs(CloudScene here, CloudScene elsewhere) {
        static TwoVpcs in(SimulatedCloud cloud) {
            return new TwoVpcs(CloudScene.of(cloud, CloudScene.TYPE, 2), CloudScene.of(cloud, CloudScene.TYPE, 1));
        }

        CloudRouteTable table() {
            return here.cloud().routes().tablesOf(here.vpc()).getFirst();
        }
    }
}
