package io.github.terway4j.app.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.dropin.DropInStanding;
import io.github.terway4j.domain.dropin.DropIns;
import io.github.terway4j.domain.dropin.FoundFile;
import io.github.terway4j.domain.dropin.Machine;
import io.github.terway4j.domain.dropin.Rival;
import io.github.terway4j.domain.net.Mac;
import io.github.terway4j.simulator.hostfiles.SimulatedHostFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodePreparerTest {
    private static final String RULES = "etc/udev/rules.d/70-terway4j.rules";
    private static final Optional<Machine> MACHINE =
            Optional.of(new Machine("2f0e6d5c-0a1b-4c3d", Mac.parse("00:16:3e:00:00:01"), List.of()));

    private final SimulatedHostFiles files = new SimulatedHostFiles();
    private final NodePreparer preparer = new NodePreparer(files);

    private void everythingIsThere() {
        files.write("usr/lib/udev/rules.d/50-udev-default.rules", "");
        files.write("usr/lib/systemd/systemd-networkd", "");
        files.write("usr/lib/x86_64-linux-gnu/systemd/libsystemd-shared-252.so", "");
        files.write("etc/NetworkManager/NetworkManager.conf", "");
        files.write("usr/lib/systemd/systemd-sysctl", "");
    }

    @Test
    void a_prepared_node_has_nothing_left_to_do() {
        everythingIsThere();
        assertEquals(DropIns.PATHS.size(), preparer.prepare(MACHINE).size());
        assertEquals(List.of(), preparer.prepare(MACHINE));
        assertTrue(preparer.check(MACHINE).stream().allMatch(one -> one.standing() instanceof DropInStanding.AsWanted));
    }

    @Test
    void what_is_removed_leaves_nothing_of_ours_and_all_of_others() {
        everythingIsThere();
        files.write("etc/systemd/network/10-eth0.network", "theirs\n");
        preparer.prepare(MACHINE);
        preparer.remove();
        DropIns.PATHS.forEach(path -> assertFalse(files.has(path), path));
        assertEquals(new FoundFile.Text("theirs\n"), files.read("etc/systemd/network/10-eth0.network"));
    }

    @Test
    void a_node_without_any_of_the_three_gets_no_file() {
        assertEquals(List.of(), preparer.prepare(MACHINE));
        assertFalse(files.has("etc"));
    }

    @Test
    void a_foreign_file_of_the_same_name_stays_and_is_told() {
        everythingIsThere();
        files.write(RULES, "theirs\n");
        preparer.prepare(MACHINE);
        assertEquals(new FoundFile.Text("theirs\n"), files.read(RULES));
        assertEquals(
                List.of(RULES),
                preparer.check(MACHINE).stream()
                        .filter(one -> one.standing() instanceof DropInStanding.InTheWay)
                        .map(one -> one.file().path())
                        .toList());
        preparer.remove();
        assertEquals(new FoundFile.Text("theirs\n"), files.read(RULES));
    }

    @Test
    void another_primary_device_has_the_rules_written_anew() {
        everythingIsThere();
        preparer.prepare(MACHINE);
        var other = MACHINE.map(one -> new Machine(one.product(), Mac.parse("00:16:3e:00:00:02"), List.of()));
        assertEquals(1, preparer.prepare(other).size());
        assertTrue(files.read(RULES) instanceof FoundFile.Text(var text) && text.contains("00:16:3e:00:00:02"));
    }

    @Test
    void what_speaks_of_enis_goes_when_the_machine_is_not_known_any_more() {
        everythingIsThere();
        preparer.prepare(MACHINE);
        preparer.prepare(Optional.empty());
        assertFalse(files.has("etc/systemd/network/05-terway4j-eni.network"));
        assertTrue(files.read(RULES) instanceof FoundFile.Text(var text) && !text.contains("virtio_net"));
    }

    @Test
    void the_version_of_systemd_shows_in_the_name_of_its_library() {
        assertEquals(0, preparer.systemd());
        files.write("usr/lib/systemd/libsystemd-shared-239.so", "");
        assertEquals(239, preparer.systemd());
        files.write("usr/lib64/systemd/libsystemd-shared-255.4-1.ubuntu.so", "");
        assertEquals(255, preparer.systemd());
    }

    @Test
    void who_else_sets_up_devices_is_told_until_the_operator_has_silenced_it() {
        files.write("usr/lib/udev/rules.d/61-eni.rules", "ACTION==\"add\"\n");
        assertEquals(List.of(Rival.ENI_RULES), preparer.rivals());
        files.write("etc/udev/rules.d/61-eni.rules", "");
        assertEquals(List.of(), preparer.rivals());
    }
}
