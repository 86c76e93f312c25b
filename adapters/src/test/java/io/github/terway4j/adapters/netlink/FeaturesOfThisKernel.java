package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.terway4j.ports.KernelFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the kernel at hand has, by the word of {@code kernel-features.sh}, which tries it out with other programs than ours. */
final class FeaturesOfThisKernel {
    private static final Path SCRIPT = Path.of("..", "deploy", "test", "kernel-features.sh");

    private static final class Asked {
        static final Map<String, String> ANSWERS = ask();
    }

    private FeaturesOfThisKernel() {}

    static void assume(KernelFeature feature) {
        assumeTrue(Files.exists(SCRIPT), "skipped: nobody can tell what this kernel has without " + SCRIPT);
        var answer = Asked.ANSWERS.getOrDefault(feature.word(), "no: nobody tried");
        assumeTrue(answer.equals("yes"), "skipped: this kernel has no " + feature.word() + " (" + answer + ")");
    }

    private static Map<String, String> ask() {
        var answers = new TreeMap<String, String>();
        try {
            var script = new ProcessBuilder("bash", SCRIPT.toString())
                    .redirectErrorStream(true)
                    .start();
            var output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            output.lines()
                    .map(line -> line.split(" +", 2))
                    .filter(words -> words.length == 2)
                    .forEach(words -> answers.put(words[0], words[1].strip()));
            return answers;
        } catch (IOException failure) {
            throw new IllegalStateException(SCRIPT.toString(), failure);
        }
    }
}
