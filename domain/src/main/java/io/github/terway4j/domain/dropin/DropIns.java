package io.github.terway4j.domain.dropin;

import io.github.terway4j.domain.net.Mac;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which files a node is to have. */
public final class DropIns {
    static final String UDEV_RULES = "etc/udev/rules.d/70-terway4j.rules";
    static final String POD_LINK = "etc/systemd/network/05-terway4j-pod.link";
    static final String POD_NETWORK = "etc/systemd/network/05-terway4j-pod.network";
    static final String ENI_NETWORK = "etc/systemd/network/05-terway4j-eni.network";
    static final String FOREIGN_RULES = "etc/systemd/networkd.conf.d/05-terway4j.conf";
    static final String NETWORK_MANAGER = "etc/NetworkManager/conf.d/05-terway4j.conf";

    static final String SETTINGS = "etc/sysctl.d/99-terway4j.conf";

    /** All places where a file of ours may be, of this version or an earlier one. */
    public static final List<String> PATHS =
            List.of(UDEV_RULES, POD_LINK, POD_NETWORK, ENI_NETWORK, FOREIGN_RULES, NETWORK_MANAGER, SETTINGS);

    /** By which our udev rule tells networkd's file that a device is an ENI of pods. */
    private static final String PROPERTY = "TERWAY4J_ENI";

    /**
     * The first systemd whose files can ask for a property (NEWS of systemd 243). An older one would pass over the line, and
     * take the file to speak of every device, the node's own included.
     */
    public static final int SYSTEMD_WITH_PROPERTIES = 243;

    private DropIns() {}

    /**
     * Those for these services, where the machine is known.
     *
     * @param systemd its version, 0 where it is not known
     */
    public static List<DropIn> of(Machine machine, Collection<HostService> services, int systemd) {
        var files = new ArrayList<>(ofPods(services));
        files.replaceAll(file -> file.path().equals(UDEV_RULES) ? udev(machine) : file);
        if (services.contains(HostService.UDEV)
                && services.contains(HostService.NETWORKD)
                && systemd >= SYSTEMD_WITH_PROPERTIES) {
            files.add(DropIn.of(
                    HostService.NETWORKD,
                    ENI_NETWORK,
                    """
                    [Match]
                    Driver=virtio_net
                    Property=%s=1

                    [Link]
                    Unmanaged=yes
                    """.formatted(PROPERTY),
                    "networkd gives ENIs no addresses and no routes"));
        }
        return List.copyOf(files);
    }

    /** Those that only speak of pods' links, and so fit any machine. */
    public static List<DropIn> ofPods(Collection<HostService> services) {
        var files = new ArrayList<DropIn>();
        if (services.contains(HostService.UDEV)) {
            files.add(DropIn.of(HostService.UDEV, UDEV_RULES, podRules(), "NetworkManager leaves pods' links alone"));
            files.add(DropIn.of(
                    HostService.UDEV,
                    POD_LINK,
                    """
                    [Match]
                    OriginalName=cali* ipvl_*

                    [Link]
                    NamePolicy=keep
                    MACAddressPolicy=none
                    """,
                    "udev gives pods' links no other MAC: pods know it once and for all"));
        }
        if (services.contains(HostService.NETWORKD)) {
            files.add(DropIn.of(HostService.NETWORKD, POD_NETWORK, """
                    [Match]
                    Name=cali* ipvl_*

                    [Link]
                    Unmanaged=yes
                    """, "networkd leaves pods' links alone"));
            files.add(DropIn.of(
                    HostService.NETWORKD,
                    FOREIGN_RULES,
                    """
                    [Network]
                    ManageForeignRoutes=no
                    ManageForeignRoutingPolicyRules=no
                    """,
                    "networkd takes away no routes and rules that it has not made, such as pods'"));
        }
        if (services.contains(HostService.NETWORK_MANAGER)) {
            files.add(DropIn.of(
                    HostService.NETWORK_MANAGER, NETWORK_MANAGER, """
                    [device-terway4j]
                    match-device=interface-name:cali*;interface-name:ipvl_*
                    managed=0
                    """, "NetworkManager leaves pods' links alone"));
        }
        if (services.contains(HostService.SYSCTL)) {
            // Distributions have udev set rp_filter=2 on each new device, a moment after we have set it to 0.
            files.add(DropIn.of(
                    HostService.SYSCTL, SETTINGS, """
                    -net.ipv4.conf.cali*.rp_filter = 0
                    -net.ipv4.conf.ipvl_*.rp_filter = 0
                    -net.ipv4.conf.eth*.rp_filter = 0
                    -net.ipv4.conf.en*.rp_filter = 0
                    """, "no reverse path filter comes back on a device that is new"));
        }
        return List.copyOf(files);
    }

    private static DropIn udev(Machine machine) {
        var others = new ArrayList<>(machine.spared());
        others.addFirst(machine.primary());
        return DropIn.of(
                HostService.UDEV,
                UDEV_RULES,
                podRules() + eniRules(machine.product(), others),
                "NetworkManager and networkd leave ENIs and pods' links alone");
    }

    private static String podRules() {
        return """
                SUBSYSTEM=="net", ACTION!="remove", KERNEL=="cali*|ipvl_*", ENV{NM_UNMANAGED}="1"
                """;
    }

    /** Nothing on another machine: an image made of this one brings its files along, and not its MACs. */
    private static String eniRules(String product, List<Mac> others) {
        return """

                # ENIs of pods, and not the node's own device. On this machine alone: one that is started from an image of it
                # has a device of its own with another MAC.
                SUBSYSTEM=="net", ACTION!="remove", DRIVERS=="virtio_net", ATTR{[dmi/id]product_uuid}=="%s", \\
                  ATTR{address}!="%s", ENV{NM_UNMANAGED}="1", ENV{%s}="1"
                """.formatted(
                eitherCase(product), others.stream().map(Mac::toString).collect(Collectors.joining("|")), PROPERTY);
    }

    /** Kernels differ in how they write it. */
    private static String eitherCase(String product) {
        var lower = product.toLowerCase(Locale.ROOT);
        var upper = product.toUpperCase(Locale.ROOT);
        return lower.equals(upper) ? lower : lower + "|" + upper;
    }
}
