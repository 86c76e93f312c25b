package io.github.terway4j.app.cli;

import io.github.terway4j.app.agent.MachineIdentity;
import io.github.terway4j.app.usecase.NodePreparer;
import io.github.terway4j.app.usecase.NodePreparer.Taken;
import io.github.terway4j.domain.dropin.DropInStanding;
import io.github.terway4j.domain.dropin.DropInStep;
import io.github.terway4j.domain.dropin.Rival;
import io.github.terway4j.ports.out.FilesOutcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code terway prepare-node}. */
@Command(
        name = "prepare-node",
        description =
                "Keeps udev, systemd-networkd and NetworkManager away from the devices of ENIs and pods, by files below the"
                        + " node's /etc. Only files of ours are written over or removed. Ends with 1 if something could not"
                        + " be done.")
final class PrepareNodeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HostOptions host = new HostOptions();

    @Option(names = "--remove", description = "Take all of them away again.")
    private boolean remove;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var preparer = host.preparer();
        boolean done = remove ? told(preparer.remove(), out) : prepared(preparer, host.identity(spec), out);
        out.flush();
        return done ? 0 : 1;
    }

    private static boolean prepared(NodePreparer preparer, MachineIdentity identity, PrintWriter out) {
        if (identity instanceof MachineIdentity.Unknown(var words)) {
            out.println("nothing is said of ENIs, which cannot be told from the node's own device: " + words);
        }
        boolean done = told(preparer.prepare(identity.machine()), out);
        boolean whole = true;
        for (var wanted : preparer.check(identity.machine())) {
            if (wanted.standing() instanceof DropInStanding.InTheWay inTheWay) {
                out.println("/%s: %s".formatted(wanted.file().path(), inTheWay.remedy()));
                whole = false;
            }
        }
        preparer.rivals().stream().map(PrepareNodeCommand::words).forEach(out::println);
        return done && whole && identity.machine().isPresent();
    }

    private static boolean told(List<Taken> taken, PrintWriter out) {
        if (taken.isEmpty()) {
            out.println("nothing is to be written or removed");
        }
        boolean done = true;
        for (var one : taken) {
            switch (one.outcome()) {
                case FilesOutcome.Done() -> out.println(words(one.step()));
                case FilesOutcome.Failed(var words) -> {
                    out.println(words);
                    done = false;
                }
            }
        }
        return done;
    }

    private static String words(DropInStep step) {
        return switch (step) {
            case DropInStep.Write(var file) ->
                "/%s is written: %s; %s"
                        .formatted(file.path(), file.purpose(), file.service().reload());
            case DropInStep.Remove(var path) -> "/%s is removed".formatted(path);
        };
    }

    static String words(Rival rival) {
        return "%s: %s. If the node's own device does without: %s"
                .formatted(rival.file(), rival.words(), rival.remedy());
    }
}
