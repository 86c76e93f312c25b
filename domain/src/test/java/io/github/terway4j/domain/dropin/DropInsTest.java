package io.github.terway4j.domain.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.terway4j.domain.net.Mac;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DropInsTest {
    private static final Machine MACHINE = new Machine(
            "2f0e6d5c-0A1B-4c3d-8e9f-001122334455",
            Mac.parse("00:16:3e:00:00:01"),
            List.of(Mac.parse("00:16:3e:00:00:09")));
    private static final List<HostService> ALL = List.of(HostService.values());

    @Test
    void the_nodes_own_device_and_those_spared_are_left_out() {
        assertTrue(
                udev(DropIns.of(MACHINE, ALL, 252)).contains("ATTR{address}!=\"00:16:3e:00:00:01|00:16:3e:00:00:09\""));
    }

    @Test
    void an_image_of_this_machine_speaks_of_no_device_of_another() {
        assertTrue(udev(DropIns.of(MACHINE, ALL, 252))
                .contains("ATTR{[dmi/id]product_uuid}==\"2f0e6d5c-0a1b-4c3d-8e9f-001122334455"
                        + "|2F0E6D5C-0A1B-4C3D-8E9F-001122334455\""));
    }

    @Test
    void an_old_networkd_that_would_take_every_device_to_be_meant_is_told_nothing_of_enis() {
        assertFalse(paths(DropIns.of(MACHINE, ALL, 242)).contains(DropIns.ENI_NETWORK));
        assertFalse(paths(DropIns.of(MACHINE, ALL, 0)).contains(DropIns.ENI_NETWORK));
        assertTrue(paths(DropIns.of(MACHINE, ALL, 243)).contains(DropIns.ENI_NETWORK));
    }

    @Test
    void without_udev_nobody_would_tell_networkd_what_an_eni_is() {
        assertFalse(
                paths(DropIns.of(MACHINE, List.of(HostService.NETWORKD), 252)).contains(DropIns.ENI_NETWORK));
    }

    @Test
    void a_service_that_is_not_there_gets_no_file() {
        for (var service : ALL) {
            for (var file : DropIns.of(MACHINE, List.of(service), 252)) {
                assertEquals(service, file.service());
            }
        }
        assertEquals(List.of(), DropIns.of(MACHINE, List.of(), 252));
    }

    @Test
    void every_file_is_in_a_place_that_is_looked_at_when_ours_are_removed() {
        assertEquals(new TreeSet<>(DropIns.PATHS), new TreeSet<>(paths(DropIns.of(MACHINE, ALL, 252))));
    }

    @Test
    void of_a_machine_that_is_not_known_only_pods_links_are_spoken_of() {
        for (var file : DropIns.ofPods(ALL)) {
            assertFalse(file.text().contains("virtio_net"), file::text);
        }
    }

    @Test
    void what_could_end_the_quotes_of_a_rule_is_no_number_of_a_product() {
        assertThrows(IllegalArgumentException.class, () -> new Machine("12345678\"", MACHINE.primary(), List.of()));
    }

    private static String udev(List<DropIn> files) {
        return files.stream()
                .filter(file -> file.path().equals(DropIns.UDEV_RULES))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> paths(List<DropIn> files) {
        return files.stream().map(DropIn::path).toList();
    }
}
