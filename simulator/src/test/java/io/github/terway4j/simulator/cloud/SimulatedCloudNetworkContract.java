package io.github.terway4j.simulator.cloud;

import io.github.terway4j.ports.out.CloudNetwork;
import java.time.Duration;

class SimulatedCloudNetworkContract implements OnSimulatedCloud {
    private final TestClock clock = new TestClock();
    private final Landscape landscape = Landscape.in(new SimulatedCloud(7, clock, EniTemper.CALM));
    private final CloudNetwork cloud =
            new SimulatedCloudNetwork(landscape.scene().cloud(), Passage.direct());

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
        clock.pass(length);
    }
}
