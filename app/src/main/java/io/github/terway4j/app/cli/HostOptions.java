package io.github.terway4j.app.cli;

import io.github.terway4j.adapters.hostfiles.RootedFiles;
import io.github.terway4j.app.agent.MachineIdentity;
import io.github.terway4j.app.usecase.NodePreparer;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the node's files are, and which of its devices are not ours to speak of. */
final class HostOptions {
    @Option(
            names = "--host-root",
            paramLabel = "FOLDER",
            description = "Where the node's root is, or a folder with its /etc (default: ${DEFAULT-VALUE}).",
            defaultValue = "/")
    private Path root = Path.of("/");

    @Option(
            names = "--host-netns",
            description = "The node's network namespace (default: ${DEFAULT-VALUE}).",
            defaultValue = "/proc/self/ns/net")
    private Path netns = Path.of("/proc/self/ns/net");

    @Option(
            names = "--primary",
            paramLabel = "LINK",
            description = "The node's own device (default: the one by which there is a default route).")
    private Optional<String> primary = Optional.empty();

    @Option(
            names = "--spare",
            paramLabel = "MAC",
            description = "A device that others are to set up; may be given more than once.")
    private List<String> spared = new ArrayList<>();

    @Option(
            names = "--machine",
            paramLabel = "FILE",
            description = "Where the machine says which it is (default: ${DEFAULT-VALUE}).",
            defaultValue = "/sys/class/dmi/id/product_uuid")
    private Path machine = MachineIdentity.PRODUCT;

    NodePreparer preparer() {
        return new NodePreparer(new RootedFiles(root));
    }

    MachineIdentity identity(CommandSpec spec) {
        return Asked.of(
                spec,
                () -> MachineIdentity.read(
                        machine,
                        new NetNs(netns.toString()),
                        primary.map(LinkName::new),
                        spared.stream().map(Mac::parse).toList()));
    }
}
