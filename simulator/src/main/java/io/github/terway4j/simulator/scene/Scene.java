package io.github.terway4j.simulator.scene;

import io.github.terway4j.domain.eni.EniKind;
import io.github.terway4j.domain.eni.Zone;
import io.github.terway4j.domain.net.Cidr;
import io.github.terway4j.domain.net.DualStack;
import io.github.terway4j.simulator.cloud.api.SecurityGroup.Kind;
import io.github.terway4j.simulator.metadata.MetadataMode;
import io.github.terway4j.simulator.openapi.ram.Policy;
import io.github.terway4j.simulator.quirk.QuirkPlan;
import io.github.terway4j.simulator.throttle.CallRates;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a cloud begins with. Its parts know each other by the names that they have in the file; the cloud makes up ids of
 * its own, always the same ones for the same {@code seed} and the same parts.
 *
 * @param quirks which say the names of parts where ids will stand
 */
public record Scene(
        String region,
        String account,
        long seed,
        CallRates rates,
        List<AccessKey> accessKeys,
        List<Vpc> vpcs,
        List<VSwitch> vSwitches,
        List<SecurityGroup> securityGroups,
        List<Instance> instances,
        List<Eni> enis,
        QuirkPlan quirks) {
    public Scene {
        accessKeys = List.copyOf(accessKeys);
        vpcs = List.copyOf(vpcs);
        vSwitches = List.copyOf(vSwitches);
        securityGroups = List.copyOf(securityGroups);
        instances = List.copyOf(instances);
        enis = List.copyOf(enis);
    }

    /** What is put into the cloud, each part after those that it needs. */
    List<Part> parts() {
        return Stream.<List<? extends Part>>of(vpcs, vSwitches, securityGroups, instances, enis)
                .<Part>flatMap(List::stream)
                .toList();
    }

    /**
     * Who may call.
     *
     * @param policy what it may call
     */
    public record AccessKey(String id, String secret, Policy policy) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "access key " + id;
        }
    }

    /** Something in the cloud, with a name that nothing else in the file has. */
    sealed interface Part {
        String name();

        /** The names of the parts that it cannot be without. */
        List<String> needs();
    }

    public record Vpc(String name, DualStack<Cidr> blocks) implements Part {
        @Override
        public List<String> needs() {
            return List.of();
        }
    }

    /**
     * A vSwitch.
     *
     * @param reserved parts of its blocks that are set aside for prefixes
     */
    public record VSwitch(String name, String vpc, Zone zone, DualStack<Cidr> blocks, List<Cidr> reserved)
            implements Part {
        public VSwitch {
            reserved = List.copyOf(reserved);
        }

        @Override
        public List<String> needs() {
            return List.of(vpc);
        }
    }

    public record SecurityGroup(String name, String vpc, Kind kind) implements Part {
        @Override
        public List<String> needs() {
            return List.of(vpc);
        }
    }

    public record Instance(String name, String type, String vSwitch, List<String> securityGroups, Metadata metadata)
            implements Part {
        public Instance {
            securityGroups = List.copyOf(securityGroups);
        }

        @Override
        public List<String> needs() {
            return Stream.concat(Stream.of(vSwitch), securityGroups.stream()).toList();
        }
    }

    /**
     * What an instance finds in its metadata beside what it is, and how it must ask.
     *
     * @param role whose credentials it finds, if any
     */
    public record Metadata(MetadataMode mode, Optional<Role> role) {
        /** Of an instance of which nothing else is said: it may do everything. */
        public static final Metadata USUAL =
                new Metadata(MetadataMode.NORMAL, Optional.of(new Role("terway", Policy.EVERYTHING)));
    }

    /**
     * A RAM role, as one instance has it.
     *
     * @param policy what the instance may call with it
     */
    public record Role(String name, Policy policy) {}

    /**
     * An ENI beside those that the instances are born with.
     *
     * @param kind secondary or trunk
     * @param instance the one that it is attached to, if any
     * @param ipv4 addresses, the primary one included
     */
    public record Eni(
            String name,
            EniKind kind,
            String vSwitch,
            List<String> securityGroups,
            Optional<String> instance,
            int ipv4,
            int ipv6,
            Map<String, String> tags)
            implements Part {
        public Eni {
            securityGroups = List.copyOf(securityGroups);
            tags = Collections.unmodifiableMap(new TreeMap<>(tags));
        }

        @Override
        public List<String> needs() {
            return Stream.of(List.of(vSwitch), securityGroups, instance.stream().toList())
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
