package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.datapath.NetNs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is malformed is told by its code, and in words that name the thing and what would be allowed. */
class CniRefusalTest {
    private final FakeNode node = new FakeNode();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CNI_COMMAND     |          | CNI_COMMAND is missing      | it takes one of [ADD, DEL, CHECK, GC, STATUS, VERSION]",
                "CNI_COMMAND     | add      | CNI_COMMAND is 'add'        | it takes one of [ADD, DEL, CHECK, GC, STATUS, VERSION]",
                "CNI_CONTAINERID |          | CNI_CONTAINERID is missing  | the command ADD needs it",
                "CNI_CONTAINERID | -a       | CNI_CONTAINERID is malformed | container id '-a' must begin with a letter or digit, followed by letters, digits, '_', '.' or '-'",
                "CNI_CONTAINERID | a/../b   | CNI_CONTAINERID is malformed | container id 'a/../b' must begin with a letter or digit, followed by letters, digits, '_', '.' or '-'",
                "CNI_NETNS       |          | CNI_NETNS is missing        | the command ADD needs it",
                "CNI_IFNAME      |          | CNI_IFNAME is missing       | the command ADD needs it",
                "CNI_IFNAME      | 0123456789abcdef | CNI_IFNAME is malformed | \"0123456789abcdef\" is not an interface name: it takes 1 to 15 bytes",
                "CNI_IFNAME      | a/b      | CNI_IFNAME is malformed     | \"a/b\" is not an interface name: it takes no slash, colon or percent sign",
                "CNI_ARGS        |          | CNI_ARGS is missing         | the command ADD needs it",
                "CNI_ARGS        | K8S_POD_NAMESPACE=a;web | CNI_ARGS is malformed | 'web' is not of the form NAME=value",
                "CNI_ARGS        | K8S_POD_NAMESPACE=a;=b  | CNI_ARGS is malformed | '=b' is not of the form NAME=value",
                "CNI_ARGS        | K8S_POD_NAMESPACE=a;    | K8S_POD_NAME is missing in CNI_ARGS | without it nobody knows whose sandbox this is",
                "CNI_ARGS        | K8S_POD_NAME=a;K8S_POD_NAMESPACE= | K8S_POD_NAMESPACE is missing in CNI_ARGS | without it nobody knows whose sandbox this is"
            })
    void a_variable_that_is_missing_or_malformed_is_named(String name, String value, String msg, String details) {
        var environment = Calls.environment("ADD");
        environment.remove(name);
        Optional.ofNullable(value).ifPresent(text -> environment.put(name, text));
        check(Calls.call(environment, Calls.config("0.4.0", "")), "0.4.0", 4, msg, details);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                          | line 1, column 1",
                "[]                          | line 1, column 2",
                "{\"cniVersion\":\"1.0.0\",} | line 1, column 24",
                "{\"cniVersion\":\"1.0.0\"   | line 1, column 22",
                "{\"mtu\":1,\"mtu\":2}       | line 1, column 17"
            })
    void a_configuration_that_cannot_be_read_is_refused_by_its_place(String stdin, String place) {
        var reply = node.door().answer(Calls.call("ADD", stdin), Optional.of(new NetNs("/proc/self/fd/7")));
        var object = Json.readObject(reply.body());
        assertEquals(6L, object.get("code"));
        assertEquals("the network configuration on stdin cannot be read", object.get("msg"));
        assertTrue(String.valueOf(object.get("details")).startsWith(place + ": "), reply.body());
        assertEquals(List.of(), node.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``    | cniVersion is missing                ",
                "0.1.0 | cniVersion 0.1.0 is not supported    ",
                "0.2.0 | cniVersion 0.2.0 is not supported    ",
                "1.2.0 | cniVersion 1.2.0 is not supported    ",
                "1.0   | cniVersion 1.0 is not supported      "
            })
    void a_version_that_is_not_spoken_is_refused_with_those_that_are(String version, String msg) {
        check(
                Calls.call("DEL", Calls.config(version, "")),
                "1.1.0",
                1,
                msg,
                "supported are 0.3.0, 0.3.1, 0.4.0, 1.0.0, 1.1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "veth", "Veth", "datapathv2", "DataPathV2", "ipvlan", "IPVlan"})
    void ways_of_wiring_that_are_served_are_taken_in_any_case(String way) {
        var reply = node.door()
                .answer(
                        Calls.call("ADD", Calls.config("1.1.0", ",\"eniip_virtual_type\":\"%s\"".formatted(way))),
                        Optional.of(new NetNs("/proc/self/fd/7")));
        assertEquals(0, reply.exitStatus(), reply.body());
    }

    @ParameterizedTest
    @CsvSource({
        "CHECK,  0.3.0, 0.4.0",
        "CHECK,  0.3.1, 0.4.0",
        "GC,     0.4.0, 1.1.0",
        "GC,     1.0.0, 1.1.0",
        "STATUS, 0.3.0, 1.1.0",
        "STATUS, 1.0.0, 1.1.0"
    })
    void a_command_younger_than_the_version_is_refused(String command, String version, String since) {
        check(
                Calls.call(command, Calls.config(version, "")),
                version,
                1,
                "cniVersion %s does not know the command %s".formatted(version, command),
                "it is known from %s on".formatted(since));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ADD | \"mtu\":67             | \"mtu\" is 67: an MTU is 68 to 65535 bytes",
                "ADD | \"mtu\":-1             | \"mtu\" is -1: an MTU is 68 to 65535 bytes",
                "ADD | \"mtu\":65536          | \"mtu\" is 65536: an MTU is 68 to 65535 bytes",
                "ADD | \"mtu\":4294968796     | \"mtu\" is 4294968796: an MTU is 68 to 65535 bytes",
                "ADD | \"mtu\":\"1500\"       | \"mtu\" is \"1500\": it takes a whole number up to 9223372036854775807",
                "ADD | \"mtu\":1500.5         | \"mtu\" is 1500.5: it takes a whole number up to 9223372036854775807",
                "ADD | \"host_stack_cidrs\":\"10.0.0.0/8\" | \"host_stack_cidrs\" is \"10.0.0.0/8\": it takes a list",
                "ADD | \"host_stack_cidrs\":[7] | \"host_stack_cidrs\" is [7]: each of it must be a block such as 169.254.20.10/32",
                "ADD | \"host_stack_cidrs\":[\"10.0.0.1/8\"] | \"host_stack_cidrs\" is [\"10.0.0.1/8\"]: each of it must be a block such as 169.254.20.10/32, but 10.0.0.1/8 has bits set beyond its length: its network is 10.0.0.0/8",
                "ADD | \"eniip_virtual_type\":\"bridge\" | \"eniip_virtual_type\" is \"bridge\": it takes veth, datapathv2 or ipvlan",
                "ADD | \"runtimeConfig\":[]   | \"runtimeConfig\" is []: it takes an object",
                "ADD | \"runtimeConfig\":{\"bandwidth\":1} | \"runtimeConfig.bandwidth\" is 1: it takes an object",
                "ADD | \"runtimeConfig\":{\"bandwidth\":{\"egressRate\":\"1M\"}} | \"runtimeConfig.bandwidth.egressRate\" is \"1M\": it takes a whole number up to 9223372036854775807",
                "ADD | \"prevResult\":7       | \"prevResult\" is 7: it takes an object",
                "ADD | \"prevResult\":{\"ips\":{}} | \"prevResult.ips\" is {}: it takes a list",
                "GC  | \"cni.dev/valid-attachments\":{} | \"cni.dev/valid-attachments\" is {}: it takes a list",
                "GC  | \"cni.dev/valid-attachments\":[7] | \"cni.dev/valid-attachments[0]\" is 7: it takes an object",
                "GC  | \"cni.dev/valid-attachments\":[{\"containerID\":\"a\"}] | cni.dev/valid-attachments[0]: \"\" is not an interface name: it takes 1 to 15 bytes"
            })
    void a_key_is_refused_with_its_value_and_what_it_takes(String command, String key, String details) {
        check(
                Calls.call(command, Calls.config("1.1.0", "," + key)),
                "1.1.0",
                7,
                "the network configuration on stdin is invalid",
                details);
    }

    private void check(CniRequest request, String version, int code, String msg, String details) {
        var reply = node.door().answer(request, Optional.of(new NetNs("/proc/self/fd/7")));
        assertEquals(1, reply.exitStatus());
        var object = Json.readObject(reply.body());
        assertEquals(List.of(version, (long) code, msg.strip(), details), List.copyOf(object.values()), reply.body());
        assertEquals(List.of(), node.asked);
    }
}
