package io.github.terway4j.app.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a runtime gets for calls that cannot be served, and that nothing is left of them. On a node for six pods. */
interface BadCallsContract {
    Setting SETTING = new Setting(1, 6, 6, Duration.ZERO);

    Stage stage();

    /** Sandboxes of the running test. */
    List<Sandbox> sandboxes();

    default StageNode node() {
        return stage().nodes().getFirst();
    }

    default Sandbox pod() {
        var sandbox = stage().startPod(node(), "bad-" + Names.next());
        sandboxes().add(sandbox);
        return sandbox;
    }

    @AfterEach
    default void nothing_is_left() {
        sandboxes().forEach(sandbox -> {
            stage().call("DEL", sandbox);
            stage().endPod(sandbox);
        });
        sandboxes().clear();
        for (int tries = 0; tries < 50 && !stage().leftovers(node()).isEmpty(); tries++) {
            stage().pause();
        }
        assertEquals(List.of(), stage().leftovers(node()));
    }

    private CniAnswer add(Sandbox sandbox, String variable, String value) {
        var variables = new TreeMap<>(CniVariables.of("ADD", sandbox));
        variables.put(variable, value);
        return stage().call(node(), variables, CniVariables.CONFIG);
    }

    private static void refused(long code, String word, CniAnswer answer) {
        assertFalse(answer.succeeded(), answer::toString);
        assertEquals(code, answer.object().get("code"), answer::toString);
        assertTrue(answer.error().contains(word), answer::error);
    }

    private void nothingIsThere() {
        assertEquals(List.of(), stage().leftovers(node()));
    }

    @Test
    default void a_network_configuration_that_is_no_json_is_refused() {
        refused(6, "stdin", stage().call(node(), CniVariables.of("ADD", pod()), "{\"cniVersion\": nonsense}"));
        nothingIsThere();
    }

    @Test
    default void a_version_that_we_do_not_speak_is_refused_with_those_that_we_do() {
        var config = "{\"cniVersion\":\"9.9.9\",\"name\":\"terway\",\"type\":\"terway\"}";
        refused(1, "1.1.0", stage().call(node(), CniVariables.of("ADD", pod()), config));
        nothingIsThere();
    }

    @Test
    default void each_missing_variable_is_named() {
        for (var name : List.of("CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME")) {
            refused(4, name, add(pod(), name, ""));
        }
        refused(4, "K8S_POD_NAME", add(pod(), "CNI_ARGS", "K8S_POD_NAMESPACE=default"));
        nothingIsThere();
    }

    @Test
    default void a_bad_mtu_is_refused_with_key_and_value() {
        var config = "{\"cniVersion\":\"1.0.0\",\"name\":\"terway\",\"type\":\"terway\",\"mtu\":-1}";
        refused(7, "mtu", stage().call(node(), CniVariables.of("ADD", pod()), config));
        nothingIsThere();
    }

    @Test
    default void a_namespace_that_does_not_exist_is_refused() {
        refused(4, "CNI_NETNS", add(pod(), "CNI_NETNS", "/run/netns/tw4j-nobody"));
        nothingIsThere();
    }

    @Test
    default void an_interface_name_in_use_is_refused_and_the_address_is_free_again() {
        refused(4, "lo", add(pod(), "CNI_IFNAME", "lo"));
        nothingIsThere();
    }

    @Test
    default void an_interface_name_that_is_too_long_is_refused_with_the_limit() {
        refused(4, "15", add(pod(), "CNI_IFNAME", "sixteen-letters-"));
        nothingIsThere();
    }

    @Test
    default void a_pod_that_the_cluster_does_not_know_is_told_to_try_again() {
        refused(11, "default/nobody", add(pod(), "CNI_ARGS", "K8S_POD_NAMESPACE=default;K8S_POD_NAME=nobody"));
        nothingIsThere();
    }

    @Test
    default void a_full_node_says_so_and_serves_again_when_a_pod_has_gone() {
        for (int i = 0; i < 6; i++) {
            var answer = stage().call("ADD", pod());
            assertTrue(answer.succeeded(), answer::error);
        }
        var seventh = pod();
        refused(11, "all 6 addresses", stage().call("ADD", seventh));
        assertTrue(stage().call("DEL", sandboxes().getFirst()).succeeded());
        var again = stage().call("ADD", seventh);
        assertTrue(again.succeeded(), again::error);
    }

    @Test
    default void ten_concurrent_calls_for_one_sandbox_get_one_answer() {
        var sandbox = pod();
        var answers = atOnce(10, "ADD", sandbox);
        answers.forEach(answer -> assertTrue(answer.succeeded(), answer::error));
        assertEquals(1, answers.stream().map(CniAnswer::object).distinct().count(), answers::toString);
    }

    @Test
    default void an_add_and_a_del_of_one_sandbox_at_once_leave_a_whole_pod_or_nothing() {
        for (int round = 0; round < 10; round++) {
            var sandbox = pod();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var add = CompletableFuture.supplyAsync(() -> stage().call("ADD", sandbox), threads);
                var del = CompletableFuture.supplyAsync(() -> stage().call("DEL", sandbox), threads);
                assertTrue(del.join().succeeded(), () -> del.join().error());
                assertTrue(add.join().succeeded(), () -> add.join().error());
            }
            var check = stage().call("CHECK", sandbox);
            assertTrue(
                    check.succeeded() || Long.valueOf(101).equals(check.object().get("code")), check::toString);
            assertTrue(stage().call("DEL", sandbox).succeeded());
        }
    }

    private List<CniAnswer> atOnce(int calls, String command, Sandbox sandbox) {
        var answers = new ArrayList<CompletableFuture<CniAnswer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                answers.add(CompletableFuture.supplyAsync(() -> stage().call(command, sandbox), threads));
            }
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** No two pods of a run share a name. */
    final class Names {
        private static int given;

        private Names() {}

        static synchronized int next() {
            return ++given;
        }
    }
}
