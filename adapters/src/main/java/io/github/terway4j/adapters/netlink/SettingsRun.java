package io.github.terway4j.adapters.netlink;

import io.github.terway4j.adapters.syscall.ErrnoException;
import io.github.terway4j.domain.datapath.KernelObject.Sysctl;
import io.github.terway4j.domain.datapath.KernelStep;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.ports.out.KernelOutcome;
import java.util.ArrayList;
import java.util.List;

/** Settings of one namespace that follow each other: written in one visit. */
record SettingsRun(NetNs ns, List<KernelStep> steps, List<Sysctl> settings) {
    /** Those at the head of the list; none if it begins with something else. */
    static SettingsRun atTheHeadOf(List<KernelStep> steps) {
        var settings = new ArrayList<Sysctl>();
        for (var step : steps) {
            boolean continues = step instanceof KernelStep.Make(Sysctl setting)
                    && (settings.isEmpty() || settings.getFirst().ns().equals(setting.ns()))
                    && settings.add(setting);
            if (!continues) {
                break;
            }
        }
        var ns = settings.isEmpty() ? new NetNs("none") : settings.getFirst().ns();
        return new SettingsRun(ns, steps.subList(0, settings.size()), settings);
    }

    int length() {
        return steps.size();
    }

    /** What is so already, as far as the kernel tells that without a visit, costs none. */
    KernelOutcome write(Conversation conversation) {
        var socket = conversation.with(ns);
        return settings.stream().allMatch(setting -> LinkSettings.isSo(socket, setting))
                ? Answers.DONE
                : conversation.in(ns).visit(this::writeHere);
    }

    private KernelOutcome writeHere() {
        for (int i = 0; i < settings.size(); i++) {
            try {
                Settings.write(settings.get(i).key(), settings.get(i).value());
            } catch (ErrnoException refusal) {
                return new KernelOutcome.Refused(steps.get(i), refusal.words());
            }
        }
        return Answers.DONE;
    }
}
