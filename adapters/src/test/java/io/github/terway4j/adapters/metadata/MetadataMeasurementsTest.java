package io.github.terway4j.adapters.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.terway4j.ports.out.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetadataMeasurementsTest {
    private static final String FOLDER = "/latest/meta-data/";

    private final ScriptedService service = new ScriptedService();
    private final List<Measurement> heard = new ArrayList<>();
    private final MetadataClient client = service.client(heard::add);

    @AfterEach
    void close() {
        client.close();
        service.close();
    }

    @Test
    void each_request_is_told_with_whether_it_was_answered() {
        service.givesToken("t");
        service.says("zone-id", "cn-hangzhou-h");
        service.refuses("region-id", 404);
        client.read("zone-id");
        client.read("region-id");
        assertEquals(
                List.of(
                        read("/latest/api/token", true),
                        read(FOLDER + "zone-id", true),
                        read(FOLDER + "region-id", false)),
                heard);
    }

    @Test
    void what_is_the_instances_own_is_not_told() {
        service.givesToken("t");
        service.says("network/interfaces/macs/00:16:3e:00:00:01/vswitch-id", "vsw-1");
        service.says("ram/security-credentials/mine", "{}");
        client.read("network/interfaces/macs/00:16:3e:00:00:01/vswitch-id");
        client.read("ram/security-credentials/mine");
        assertEquals(
                List.of(
                        read(FOLDER + "network/interfaces/macs/*/vswitch-id", true),
                        read(FOLDER + "ram/security-credentials/*", true)),
                heard.subList(1, 3));
    }

    private static Measurement read(String item, boolean answered) {
        return new Measurement.ReadMetadata(item, answered, Duration.ZERO);
    }
}
