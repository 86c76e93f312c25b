package io.github.terway4j.app.conflist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the list of plugins, ours first. Where services and policies are cilium's ({@code datapathv2}), its plugin comes last
 * and takes up what ours has wired; limits are then its bandwidth manager's, and ours sets none ({@code bandwidth_mode}).
 */
public final class Conflist {
    private static final String NAME = "terway-chainer";
    private static final String USUAL_VERSION = "0.4.0";
    private static final String OURS = "terway";
    private static final String CILIUM = "cilium-cni";
    private static final String PORTMAP = "portmap";
    private static final String DATAPATH_V2 = "datapathv2";

    private Conflist() {}

    /**
     * The list for a node.
     *
     * @param template one plugin's configuration, which is ours, or a whole list
     * @throws IllegalArgumentException in words, where no list can be made of it
     */
    public static Map<String, Object> of(Map<String, Object> template, Surroundings node) {
        var plugins = plugins(template);
        var ours = ours(plugins.removeFirst(), node);
        boolean byCilium = node.policies().byCilium(ours);
        if (byCilium) {
            ours.put("eniip_virtual_type", DATAPATH_V2);
            ours.putIfAbsent("bandwidth_mode", "edt");
        }
        if (node.hostPorts() && !has(PORTMAP, plugins)) {
            boolean backAsTheyCame = !byCilium && Boolean.TRUE.equals(ours.get("symmetric_routing"));
            plugins.addFirst(portmap(!backAsTheyCame));
        }
        if (byCilium && !has(CILIUM, plugins)) {
            plugins.add(cilium());
        }
        plugins.addFirst(ours);
        var list = new LinkedHashMap<String, Object>();
        list.put("cniVersion", template.getOrDefault("cniVersion", USUAL_VERSION));
        list.put("name", NAME);
        list.put("plugins", plugins);
        return list;
    }

    private static List<Map<String, Object>> plugins(Map<String, Object> template) {
        var plugins = new ArrayList<Map<String, Object>>();
        var listed = template.containsKey("plugins") ? template.get("plugins") : List.of(template);
        if (!(listed instanceof List<?> list)) {
            throw new IllegalArgumentException("\"plugins\" is no list");
        }
        for (var plugin : list) {
            if (!(plugin instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("a plugin is an object, not " + plugin);
            }
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
            plugins.add(copy);
        }
        if (plugins.isEmpty() || !OURS.equals(plugins.getFirst().get("type"))) {
            throw new IllegalArgumentException(
                    "the first plugin must be of type terway: the others build on what it has wired");
        }
        return plugins;
    }

    private static Map<String, Object> ours(Map<String, Object> written, Surroundings node) {
        var ours = new LinkedHashMap<>(written);
        // A list says these once for all of its plugins.
        ours.remove("cniVersion");
        ours.remove("name");
        var wiring = String.valueOf(ours.getOrDefault("eniip_virtual_type", "")).toLowerCase(Locale.ROOT);
        if (!List.of("", "veth", "ipvlan", DATAPATH_V2).contains(wiring)) {
            throw new IllegalArgumentException(
                    "\"eniip_virtual_type\" is \"%s\": it takes veth, ipvlan or datapathv2".formatted(wiring));
        }
        boolean asTheNode = Boolean.TRUE.equals(ours.remove("auto_mtu")) && !ours.containsKey("mtu");
        if (asTheNode) {
            ours.put("mtu", node.mtu().bytes());
        }
        return ours;
    }

    private static boolean has(String type, List<Map<String, Object>> plugins) {
        return plugins.stream().anyMatch(plugin -> type.equals(plugin.get("type")));
    }

    /**
     * Replies of pods find their way back by symmetric routing, where the operator has written that, which the agent reads,
     * too; elsewhere, and where the host does not see them, all is masqueraded.
     */
    private static Map<String, Object> portmap(boolean masqueraded) {
        var portmap = new LinkedHashMap<String, Object>();
        portmap.put("type", PORTMAP);
        portmap.put("capabilities", Map.of("portMappings", true));
        portmap.put("snat", true);
        if (masqueraded) {
            portmap.put("masqAll", true);
        }
        return portmap;
    }

    private static Map<String, Object> cilium() {
        var cilium = new LinkedHashMap<String, Object>();
        cilium.put("type", CILIUM);
        cilium.put("enable-debug", false);
        cilium.put("log-file", "/var/run/cilium/cilium-cni.log");
        cilium.put("data-path", DATAPATH_V2);
        return cilium;
    }
}
