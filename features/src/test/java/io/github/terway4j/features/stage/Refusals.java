package io.github.terway4j.features.stage;

import io.github.terway4j.ports.out.CloudNetwork;
import io.github.terway4j.ports.out.CloudOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** What the cloud answered that was not done, heard on the way to the agent, who hears it unchanged. */
final class Refusals {
    private final List<String> words = new ArrayList<>();

    List<String> words() {
        return List.copyOf(words);
    }

    CloudNetwork heardOf(CloudNetwork network) {
        return (CloudNetwork) Proxy.newProxyInstance(
                CloudNetwork.class.getClassLoader(), new Class<?>[] {CloudNetwork.class}, (_, method, arguments) -> {
                    try {
                        var answer = method.invoke(network, arguments);
                        if (answer instanceof CloudOutcome<?> outcome && !(outcome instanceof CloudOutcome.Done<?>)) {
                            words.add(method.getName() + ": " + outcome.words());
                        }
                        return answer instanceof CloudNetwork same ? heardOf(same) : answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
