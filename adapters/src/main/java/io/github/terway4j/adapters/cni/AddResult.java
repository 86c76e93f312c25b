package io.github.terway4j.adapters.cni;

import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.InterfaceAddress;
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
        result.putAll(call.previous().in(call.version()));
        result.put("interfaces", after("interfaces", interfaces()));
        result.put("ips", after("ips", addresses()));
        result.put("routes", after("routes", routes()));
        result.putIfAbsent("dns", call.dns());
        return result;
    }

    private List<Object> interfaces() {
        var podEnd = link(network.podLink(), network.podMac());
        podEnd.put("sandbox", call.sandbox().netnsPath());
        return network.endsOnHost() ? List.of(link(network.hostLink(), network.hostMac()), podEnd) : List.of(podEnd);
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
            object.put("version", PreviousResult.number(address.family()));
        }
        object.put("address", address.toString());
        network.gateways().get(address.family()).ifPresent(gateway -> object.put("gateway", gateway.toString()));
        object.put("interface", call.previous().links() + (network.endsOnHost() ? 1 : 0));
        return object;
    }

    private List<Object> routes() {
        var routes = new ArrayList<>();
        for (var gateway : network.gateways().all()) {
            var route = new LinkedHashMap<String, Object>();
            route.put("dst", Cidr.any(gateway.family()).toString());
            route.put("gw", gateway.toString());
            routes.add(route);
        }
        return routes;
    }

    private List<Object> after(String name, List<Object> ours) {
        var all = new ArrayList<Object>(
                call.previous().in(call.version()).get(name) instanceof List<?> list ? list : List.of());
        all.addAll(ours);
        return all;
    }
}
