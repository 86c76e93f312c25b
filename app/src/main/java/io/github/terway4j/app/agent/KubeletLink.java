package io.github.terway4j.app.agent;

import io.github.terway4j.adapters.hostfiles.RootedFiles;
import io.github.terway4j.adapters.kubelet.KubeletDeviceDesk;
import io.github.terway4j.app.config.NodeConfig;
import io.github.terway4j.app.usecase.DeviceKeeper;
import io.github.terway4j.app.wiring.NodeComponent;
import io.github.terway4j.app.wiring.RunningNode;
import io.github.terway4j.ports.out.Chronicle;
import io.github.terway4j.ports.out.Meter;
import io.github.terway4j.ports.out.Tasks;
import java.nio.file.Path;
import java.util.Optional;

/** The kubelet, kept told of what pods can have. */
final class KubeletLink implements AutoCloseable {
    private static final Path NOWHERE = Path.of("");

    private final Optional<KubeletDeviceDesk> desk;

    private KubeletLink(Optional<KubeletDeviceDesk> desk) {
        this.desk = desk;
    }

    /** Nobody is spoken to where there is nothing to count, or the operator does not want it. */
    static KubeletLink kept(
            Path kubelet, NodeConfig config, NodeComponent component, Chronicle chronicle, Tasks tasks, Meter meter) {
        var offers = component.deviceOffers();
        if (kubelet.equals(NOWHERE)
                || !config.cluster().devicePlugin()
                || offers.resources().isEmpty()) {
            return new KubeletLink(Optional.empty());
        }
        var desk = new KubeletDeviceDesk(kubelet, tasks);
        var keeper = new DeviceKeeper(offers, component.book(), desk, new RootedFiles(Path.of("/")), chronicle, tasks);
        RunningNode.keepUp("device keeper", keeper::run, tasks, meter);
        return new KubeletLink(Optional.of(desk));
    }

    @Override
    public void close() {
        desk.ifPresent(KubeletDeviceDesk::close);
    }
}
