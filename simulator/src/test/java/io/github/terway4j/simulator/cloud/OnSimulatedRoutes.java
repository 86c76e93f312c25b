package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.ports.RouteTableContract;
import io.github.terway4j.ports.out.RouteTable;
import io.github.terway4j.simulator.cloud.api.CloudRouteTable;
import java.time.Duration;

/** The contract's instances, in a simulated cloud. */
interface OnSimulatedRoutes extends RouteTableContract {
    int QUOTA = 200;

    Ground ground();

    private TwoVpcs vpcs() {
        return ground().vpcs();
    }

    @Override
    default void passTime(Duration length) {
        ground().clock().pass(length);
    }

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

    /** A calm cloud and its time. */
    record Ground(TestClock clock, TwoVpcs vpcs) {
        static Ground calm() {
            var clock = new TestClock();
            return new Ground(clock, TwoVpcs.in(new SimulatedCloud(7, clock, EniTemper.CALM)));
        }

        SimulatedCloud cloud() {
            return vpcs.here().cloud();
        }

        /** Of the VPC that the contract's own instances are in. */
        RouteTable table(Passage passage) {
            return new SimulatedRouteTable(cloud(), vpcs.table().id(), passage);
        }
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
