package io.github.terway4j.adapters.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.domain.net.Mac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Such folders as the kernel shows. */
final class RdmaDevicesTest {
    @TempDir
    Path shown;

    @Test
    void a_device_is_that_of_the_hardware_whose_address_its_identity_has() throws IOException {
        show("erdma_0", "0216:3eff:fe00:0001");
        show("erdma_1", "0216:3eff:fe00:0002");
        show("erdma_2", "0216:3eff:fe00:0003");
        var devices = new RdmaDevices(shown);
        assertEquals(Optional.of("erdma_0"), devices.of(Mac.parse("00:16:3e:00:00:01")));
        assertEquals(Optional.of("erdma_1"), devices.of(Mac.parse("00:16:3e:00:00:02")));
        assertEquals(Optional.of("erdma_2"), devices.of(Mac.parse("00:16:3e:00:00:03")));
        assertEquals(Optional.empty(), devices.of(Mac.parse("00:16:3e:00:00:04")));
    }

    @Test
    void an_identity_has_the_universal_bit_turned_over() {
        assertEquals("0216:3eff:fe12:3456", RdmaDevices.identity(Mac.parse("00:16:3e:12:34:56")));
        assertEquals("ffab:cdff:feef:0102", RdmaDevices.identity(Mac.parse("fd:ab:cd:ef:01:02")));
    }

    @Test
    void a_kernel_without_such_devices_shows_no_folder() throws IOException {
        assertEquals(Optional.empty(), new RdmaDevices(shown.resolve("none")).of(Mac.parse("00:16:3e:00:00:01")));
    }

    private void show(String device, String identity) throws IOException {
        Files.createDirectory(shown.resolve(device));
        Files.writeString(shown.resolve(device).resolve("node_guid"), identity + "\n");
    }
}
