package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.datapath.PodVeth;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
import io.github.terway4j.domain.net.IpFamily;
import io.github.terway4j.domain.net.LinkName;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.ports.in.PodNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of ADD (CNI specification, section 5, "Add Success"): the host's end and the pod's, the pod's addresses, and
 * the routes that the pod sees. What plugins before us have made stays, and comes first.
 */
final class AddResult {
    private final CniCall.Add call;
    private final PodNetwork network;

    AddResult(CniCall.Add call, PodNetwork network) {
        this.call = call;
        this.network = network;
    }

    Map<String, Object> object() {
        var result = new LinkedHashMap<String, Object>();
        result.put("cniVersion", call.version().text());
        result.putAll(call.previousResult());
        result.put("cniVersion", call.version().text());
        result.put("interfaces", after("interfaces", interfaces()));
        result.put("ips", after("ips", addresses()));
        result.put("routes", after("routes", routes()));
        result.putIfAbsent("dns", Map.of());
        return result;
    }

    private List<Object> interfaces() {
        var podEnd = link(network.podLink(), network.podMac());
        podEnd.put("sandbox", call.sandbox().netnsPath());
        return List.of(link(network.hostLink(), network.hostMac()), podEnd);
    }

    private Map<String, Object> link(LinkName name, Mac mac) {
        var link = new LinkedHashMap<String, Object>();
        link.put("name", name.text());
        link.put("mac", mac.toString());
        if (call.version().interfacesSayTheirMtu()) {
            link.put("mtu", network.mtu().bytes());
        }
        return link;
    }

    private List<Object> addresses() {
        var addresses = new ArrayList<>();
        network.addresses().all().forEach(address -> addresses.add(address(address)));
        return addresses;
    }

    private Map<String, Object> address(InterfaceAddress address) {
        var object = new LinkedHashMap<String, Object>();
        if (call.version().addressesSayTheirFamily()) {
            object.put("version", number(address.family()));
        }
        object.put("address", address.toString());
        network.gateways().get(address.family()).ifPresent(gateway -> object.put("gateway", gateway.toString()));
        object.put("interface", previous("interfaces").size() + 1);
        return object;
    }

    private List<Object> routes() {
        var routes = new ArrayList<>();
        for (var family : network.addresses().families()) {
            var route = new LinkedHashMap<String, Object>();
            route.put("dst", Cidr.any(family).toString());
            route.put("gw", PodVeth.gateway(family).toString());
            routes.add(route);
        }
        return routes;
    }

    private List<Object> after(String name, List<Object> ours) {
        var all = new ArrayList<Object>(previous(name));
        all.addAll(ours);
        return all;
    }

    private List<?> previous(String name) {
        return call.previousResult().get(name) instanceof List<?> list ? list : List.of();
    }

    private static String number(IpFamily family) {
        return switch (family) {
            case V4 -> "4";
            case V6 -> "6";
        };
    }
}
