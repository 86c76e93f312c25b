package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void a_value_may_have_equals_signs_and_new_lines() {
        assertEquals(
                Optional.of("a=b;\nc=\"d\""), read("CNI_ARGS=a=b;\nc=\"d\"\0").get("CNI_ARGS"));
    }

    @Test
    void of_a_variable_that_comes_twice_the_first_counts() {
        assertEquals(
                Optional.of("ADD"), read("CNI_COMMAND=ADD\0CNI_COMMAND=DEL\0").get("CNI_COMMAND"));
    }

    @Test
    void a_variable_that_is_set_to_nothing_is_not_set() {
        assertEquals(Optional.empty(), read("CNI_NETNS=\0").get("CNI_NETNS"));
    }

    @Test
    void what_is_no_variable_is_left_alone() {
        var environment = read("no equals sign\0=no name\0\0CNI_IFNAME=eth0\0CNI_PATH=unended");
        assertEquals(Optional.of("eth0"), environment.get("CNI_IFNAME"));
        assertEquals(Optional.of("unended"), environment.get("CNI_PATH"));
    }

    @Test
    void what_is_written_is_read_back() {
        var variables = new LinkedHashMap<>(Map.of("CNI_ARGS", "K8S_POD_NAME=w\u00e4b"));
        variables.put("CNI_IFNAME", "eth0");
        var environment = Environment.read(Environment.of(variables).block());
        variables.forEach((name, value) -> assertEquals(Optional.of(value), environment.get(name)));
    }

    private static Environment read(String block) {
        return Environment.read(block.getBytes(StandardCharsets.UTF_8));
    }
}
