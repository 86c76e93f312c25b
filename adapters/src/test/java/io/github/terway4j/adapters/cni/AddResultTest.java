package io.github.terway4j.adapters.cni;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.adapters.json.Json;
import io.github.terway4j.domain.datapath.NetNs;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.domain.net.InterfaceAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The result of ADD to the letter, for each version of the specification. */
class AddResultTest {
    @ParameterizedTest
    @ValueSource(strings = {"0.3.0", "0.3.1", "0.4.0"})
    void before_1_0_0_each_address_says_its_family(String version) {
        assertEquals("""
                {
                  "cniVersion": "%s",
                  "interfaces": [
                    {
                      "name": "cali0123456789a",
                      "mac": "02:00:00:00:00:01"
                    },
                    {
                      "name": "eth0",
                      "mac": "02:00:00:00:00:02",
                      "sandbox": "/var/run/netns/cni-1"
                    }
                  ],
                  "ips": [
                    {
                      "version": "4",
                      "address": "10.0.1.20/24",
                      "gateway": "169.254.1.1",
                      "interface": 1
                    },
                    {
                      "version": "6",
                      "address": "fd00::20/64",
                      "gateway": "fe80::1",
                      "interface": 1
                    }
                  ],
                  "routes": [
                    {
                      "dst": "0.0.0.0/0",
                      "gw": "169.254.1.1"
                    },
                    {
                      "dst": "::/0",
                      "gw": "fe80::1"
                    }
                  ],
                  "dns": {}
                }""".formatted(version), result(version, FakeNode.DUAL, ""));
    }

    @Test
    void from_1_0_0_on_no_address_says_its_family() {
        assertEquals("""
                {
                  "cniVersion": "1.0.0",
                  "interfaces": [
                    {
                      "name": "cali0123456789a",
                      "mac": "02:00:00:00:00:01"
                    },
                    {
                      "name": "eth0",
                      "mac": "02:00:00:00:00:02",
                      "sandbox": "/var/run/netns/cni-1"
                    }
                  ],
                  "ips": [
                    {
                      "address": "10.0.1.20/24",
                      "gateway": "169.254.1.1",
                      "interface": 1
                    }
                  ],
                  "routes": [
                    {
                      "dst": "0.0.0.0/0",
                      "gw": "169.254.1.1"
                    }
                  ],
                  "dns": {}
                }""", result("1.0.0", FakeNode.V4, ""));
    }

    @Test
    void from_1_1_0_on_each_interface_says_its_mtu() {
        assertEquals("""
                {
                  "cniVersion": "1.1.0",
                  "interfaces": [
                    {
                      "name": "cali0123456789a",
                      "mac": "02:00:00:00:00:01",
                      "mtu": 1500
                    },
                    {
                      "name": "eth0",
                      "mac": "02:00:00:00:00:02",
                      "mtu": 1500,
                      "sandbox": "/var/run/netns/cni-1"
                    }
                  ],
                  "ips": [
                    {
                      "address": "fd00::20/64",
                      "gateway": "fe80::1",
                      "interface": 1
                    }
                  ],
                  "routes": [
                    {
                      "dst": "::/0",
                      "gw": "fe80::1"
                    }
                  ],
                  "dns": {}
                }""", result("1.1.0", FakeNode.V6, ""));
    }

    @Test
    void behind_another_plugin_its_result_comes_first_and_stays() {
        assertEquals("""
                {
                  "cniVersion": "1.0.0",
                  "interfaces": [
                    {
                      "name": "dummy0"
                    },
                    {
                      "name": "cali0123456789a",
                      "mac": "02:00:00:00:00:01"
                    },
                    {
                      "name": "eth0",
                      "mac": "02:00:00:00:00:02",
                      "sandbox": "/var/run/netns/cni-1"
                    }
                  ],
                  "dns": {
                    "nameservers": [
                      "10.0.0.2"
                    ]
                  },
                  "ips": [
                    {
                      "address": "192.168.0.1/32",
                      "interface": 0
                    },
                    {
                      "address": "10.0.1.20/24",
                      "gateway": "169.254.1.1",
                      "interface": 2
                    }
                  ],
                  "routes": [
                    {
                      "dst": "0.0.0.0/0",
                      "gw": "169.254.1.1"
                    }
                  ]
                }""", result("1.0.0", FakeNode.V4, """
                        ,"prevResult":{"cniVersion":"1.0.0","interfaces":[{"name":"dummy0"}],
                        "dns":{"nameservers":["10.0.0.2"]},"ips":[{"address":"192.168.0.1/32","interface":0}]}"""));
    }

    private static String result(String version, DualStack<InterfaceAddress> addresses, String more) {
        var node = new FakeNode();
        node.attach = FakeNode.attached(addresses);
        var call = Calls.call("ADD", Calls.config(version, more));
        var reply = node.door().answer(call, Optional.of(new NetNs("/proc/self/fd/7")));
        assertEquals(0, reply.exitStatus(), reply.body());
        return Json.writePretty(Json.readObject(reply.body())).replace("{ }", "{}");
    }
}
