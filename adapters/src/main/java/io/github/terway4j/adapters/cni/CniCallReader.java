package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.pod.AttachmentKey;
import java.util.Arrays;

/**
 * Makes sense of a request, or refuses it by what is wrong with it.
 *
 * <p>Of DEL only what it cannot do without is read: what was attached must be detachable, whatever has become of its
 * configuration since.
 */
final class CniCallReader {
    private CniCallReader() {}

    static CniCall read(CniRequest request) {
        var environment = request.environment();
        var command = command(environment);
        if (command == Command.VERSION) {
            return new CniCall.Version(SpecVersion.toAnswer(request.stdin()));
        }
        var config = NetworkConfig.read(request.stdin());
        var version = config.version();
        if (!command.isKnownIn(version)) {
            throw new Refused(CniError.incompatibleVersion(
                    "cniVersion %s does not know the command %s".formatted(version.text(), command),
                    "it is known from %s on".formatted(command.since().text())));
        }
        return switch (command) {
            case ADD ->
                new CniCall.Add(version, sandbox(environment, command, config), config.previousResult(), config.dns());
            case DEL -> new CniCall.Del(version, key(environment, command));
            case CHECK -> {
                var sandbox = sandbox(environment, command, config);
                var told = config.previousResult().told(sandbox.key().interfaceName());
                yield new CniCall.Check(version, sandbox, told);
            }
            case GC -> new CniCall.Gc(version, config.validAttachments());
            case STATUS -> new CniCall.Status(version);
            case VERSION -> new CniCall.Version(version);
        };
    }

    private static Command command(Environment environment) {
        var text = environment
                .get("CNI_COMMAND")
                .orElseThrow(() -> new Refused(CniError.invalidEnvironment("CNI_COMMAND is missing", commands())));
        return Command.of(text)
                .orElseThrow(() ->
                        new Refused(CniError.invalidEnvironment("CNI_COMMAND is '%s'".formatted(text), commands())));
    }

    private static String commands() {
        return "it takes one of " + Arrays.toString(Command.values());
    }

    private static CniCall.Sandbox sandbox(Environment environment, Command command, NetworkConfig config) {
        var arguments = PodArguments.read(environment.required("CNI_ARGS", command));
        return new CniCall.Sandbox(
                key(environment, command),
                arguments.pod(),
                arguments.uid(),
                environment.required("CNI_NETNS", command),
                config.mtu(),
                config.bandwidth(),
                config.wiring());
    }

    private static AttachmentKey key(Environment environment, Command command) {
        var containerId = environment.required("CNI_CONTAINERID", command);
        var interfaceName = interfaceName(environment.required("CNI_IFNAME", command));
        try {
            return new AttachmentKey(containerId, interfaceName);
        } catch (IllegalArgumentException refused) {
            throw malformed("CNI_CONTAINERID", refused);
        }
    }

    private static LinkName interfaceName(String text) {
        try {
            return new LinkName(text);
        } catch (IllegalArgumentException refused) {
            throw malformed("CNI_IFNAME", refused);
        }
    }

    private static Refused malformed(String name, IllegalArgumentException refused) {
        return new Refused(CniError.invalidEnvironment(name + " is malformed", String.valueOf(refused.getMessage())));
    }
}
