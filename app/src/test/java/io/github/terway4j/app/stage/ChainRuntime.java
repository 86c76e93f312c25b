package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.adapters.json.JsonException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the plugins of a list one after another, as a container runtime does it: ADD and CHECK in their order, DEL in
 * reverse, each with the result so far. Ours is asked through the stage; the others are programs of the reference plugins,
 * run in the node's namespace.
 */
final class ChainRuntime {
    private static final Path REFERENCE_PLUGINS = Path.of("/usr/lib/cni");

    private final LinuxStage stage;
    private final Conflist list;
    private final Map<String, Object> arguments;
    private Map<String, Object> result = Map.of();

    ChainRuntime(LinuxStage stage, Conflist list, Map<String, Object> arguments) {
        this.stage = stage;
        this.list = list;
        this.arguments = arguments;
    }

    /** Skips the test where these are not installed. */
    static void pluginsOrSkip(List<String> types) {
        for (var type : types) {
            assumeTrue(
                    Files.isExecutable(REFERENCE_PLUGINS.resolve(type)),
                    "the reference plugin %s is missing: apt-get install containernetworking-plugins".formatted(type));
        }
        assumeTrue(
                Shell.has("iptables"),
                "portmap and firewall need iptables, which is missing: apt-get install iptables");
    }

    /** Throws what the first plugin says that fails. */
    void add(Sandbox sandbox) {
        result = Map.of();
        for (var plugin : list.plugins()) {
            result = Json.readObject(mustSucceed("ADD", plugin, sandbox));
        }
    }

    void check(String type, Sandbox sandbox) {
        mustSucceed("CHECK", plugin(type), sandbox);
    }

    void del(Sandbox sandbox) {
        list.plugins().reversed().forEach(plugin -> mustSucceed("DEL", plugin, sandbox));
    }

    /** What the plugin of this type answers, whatever it is. */
    CniAnswer ask(String command, String type, Sandbox sandbox) {
        return ask(command, plugin(type), sandbox);
    }

    private Map<String, Object> plugin(String type) {
        return list.plugins().get(list.types().indexOf(type));
    }

    private String mustSucceed(String command, Map<String, Object> plugin, Sandbox sandbox) {
        var answer = ask(command, plugin, sandbox);
        if (!answer.succeeded()) {
            throw new IllegalStateException("%s of %s: %s".formatted(command, plugin.get("type"), answer));
        }
        return Json.write(answer.object());
    }

    private CniAnswer ask(String command, Map<String, Object> plugin, Sandbox sandbox) {
        var stdin = list.stdin(plugin, arguments, result);
        var variables = new TreeMap<>(CniVariables.of(command, sandbox));
        variables.put("CNI_PATH", REFERENCE_PLUGINS.toString());
        variables.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        var type = String.valueOf(plugin.get("type"));
        if ("terway".equals(type)) {
            return stage.call(sandbox.node(), variables, stdin);
        }
        var program = List.of(
                "/usr/bin/nsenter",
                "--net=" + sandbox.node().netns().path(),
                REFERENCE_PLUGINS.resolve(type).toString());
        var run = MeasuredRun.of(stage.programs().caller(), program, variables, stdin);
        return new CniAnswer(run.exitStatus(), object(run.printed()), run.took());
    }

    /** Verbs that have nothing to say print nothing. */
    private static Map<String, Object> object(String printed) {
        try {
            return printed.isBlank() ? Map.of() : Json.readObject(printed);
        } catch (JsonException words) {
            return Map.of("printed", printed);
        }
    }
}
