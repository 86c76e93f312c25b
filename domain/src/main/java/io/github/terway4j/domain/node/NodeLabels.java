package io.github.terway4j.domain.node;

import io.github.terway4j.domain.datapath.DaemonMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a node's labels say to us; their names and values are Terway's. */
public record NodeLabels(Map<String, String> byName) {
    public static final NodeLabels NONE = new NodeLabels(Map.of());

    /** Names the ConfigMap with what is to be otherwise on this node. */
    public static final String OWN_CONFIG = "terway-config";

    /** Whether each pod of the node gets an ENI for itself. */
    public static final String EXCLUSIVE = "k8s.aliyun.com/exclusive-mode-eni-type";

    private static final String ENI_ONLY = "enionly";
    private static final String AS_CONFIGURED = "default";

    private static final String IGNORED = "k8s.aliyun.com/ignore-by-terway";
    private static final String LINGJUN = "alibabacloud.com/lingjun-worker";
    private static final String TYPE = "type";
    private static final String VIRTUAL = "virtual-kubelet";
    private static final String YES = "true";

    public NodeLabels {
        byName = new TreeMap<>(byName);
    }

    /** The ConfigMap's name; empty where nothing is otherwise. */
    public Optional<String> ownConfig() {
        return get(OWN_CONFIG).filter(name -> !name.isBlank());
    }

    /** Which mode the node is to be in, whatever else is configured; empty where that decides. */
    public Optional<DaemonMode> mode() {
        return exclusive().filter(ENI_ONLY::equals).map(_ -> DaemonMode.ENI_ONLY);
    }

    /** Why no agent may serve here, a sentence each; none where one may. */
    public List<String> obstacles() {
        var all = new ArrayList<String>();
        exclusive()
                .filter(value -> !value.equals(ENI_ONLY) && !value.equals(AS_CONFIGURED) && !value.isEmpty())
                .ifPresent(_ -> all.add("the node's label %s is \"%s\": it takes eniOnly or default"
                        .formatted(EXCLUSIVE, byName.get(EXCLUSIVE))));
        if (is(IGNORED, YES)) {
            all.add("the node's label %s is true: its pods' network is somebody else's".formatted(IGNORED));
        }
        if (is(LINGJUN, YES)) {
            all.add("the node's label %s is true: Lingjun machines have ENIs of another kind, which are not known here"
                    .formatted(LINGJUN));
        }
        if (is(TYPE, VIRTUAL)) {
            all.add("the node's label type is virtual-kubelet: there is no machine whose pods could be wired");
        }
        return all;
    }

    private Optional<String> exclusive() {
        return get(EXCLUSIVE).map(value -> value.toLowerCase(Locale.ROOT));
    }

    private boolean is(String name, String value) {
        return get(name).filter(value::equals).isPresent();
    }

    private Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
