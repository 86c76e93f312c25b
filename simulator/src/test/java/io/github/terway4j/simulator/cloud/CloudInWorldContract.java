package io.github.terway4j.simulator.cloud;

import io.github.terway4j.domain.eni.Berth;
import io.github.terway4j.domain.eni.Eni;
import io.github.terway4j.domain.eni.EniId;
import io.github.terway4j.domain.eni.InstanceId;
import io.github.terway4j.domain.eni.IpPrefix;
import io.github.terway4j.domain.eni.VSwitch;
import io.github.terway4j.domain.eni.VSwitchId;
import io.github.terway4j.domain.net.Ip;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.ports.out.ClientToken;
import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.NewEni;
import io.github.terway4j.ports.out.Nothing;
import io.github.terway4j.simulator.world.SimulatedProcess;
import io.github.terway4j.simulator.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** The cloud keeps its promises at the far end of a world's network, too. */
class CloudInWorldContract implements OnSimulatedCloud {
    private final World world = new World(7);
    private final SimulatedProcess process = world.process("node-1");
    private final Landscape landscape = Landscape.in(new SimulatedCloud(7, world, EniTemper.CALM));
    private final CloudNetwork cloud =
            new FromOutside(new CloudInWorld(world, landscape.scene().cloud()).network(process));

    @AfterEach
    void closed() {
        world.close();
    }

    @Override
    public CloudNetwork cloud() {
        return cloud;
    }

    @Override
    public Landscape landscape() {
        return landscape;
    }

    @Override
    public void passTime(Duration length) {
        world.runFor(length);
    }

    /** Makes a task of each call, and runs the world until it is over. */
    private <T> T inTask(Supplier<T> call) {
        var answers = new ArrayList<T>();
        process.start("caller", () -> answers.add(call.get()));
        while (answers.isEmpty()) {
            world.runFor(Duration.ofMillis(10));
        }
        return answers.getFirst();
    }

    private final class FromOutside implements CloudNetwork {
        private final CloudNetwork inside;

        FromOutside(CloudNetwork inside) {
            this.inside = inside;
        }

        @Override
        public CloudOutcome<List<Eni>> enisOf(InstanceId instance) {
            return inTask(() -> inside.enisOf(instance));
        }

        @Override
        public CloudOutcome<List<VSwitch>> vSwitches(List<VSwitchId> ids) {
            return inTask(() -> inside.vSwitches(ids));
        }

        @Override
        public CloudOutcome<Eni> create(NewEni wanted, ClientToken token) {
            return inTask(() -> inside.create(wanted, token));
        }

        @Override
        public CloudOutcome<Nothing> attach(EniId eni, Berth berth) {
            return inTask(() -> inside.attach(eni, berth));
        }

        @Override
        public CloudOutcome<Nothing> detach(EniId eni, Berth berth) {
            return inTask(() -> inside.detach(eni, berth));
        }

        @Override
        public CloudOutcome<Nothing> delete(EniId eni) {
            return inTask(() -> inside.delete(eni));
        }

        @Override
        public CloudOutcome<List<Ip>> assign(EniId eni, IpFamily family, int count, ClientToken token) {
            return inTask(() -> inside.assign(eni, family, count, token));
        }

        @Override
        public CloudOutcome<List<IpPrefix>> assignPrefixes(EniId eni, IpFamily family, int count, ClientToken token) {
            return inTask(() -> inside.assignPrefixes(eni, family, count, token));
        }

        @Override
        public CloudOutcome<Nothing> unassignPrefixes(EniId eni, List<IpPrefix> prefixes) {
            return inTask(() -> inside.unassignPrefixes(eni, prefixes));
        }

        @Override
        public CloudOutcome<Nothing> unassign(EniId eni, List<Ip> addresses) {
            return inTask(() -> inside.unassign(eni, addresses));
        }
    }
}
