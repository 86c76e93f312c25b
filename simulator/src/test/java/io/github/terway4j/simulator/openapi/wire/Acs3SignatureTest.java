package io.github.terway4j.simulator.openapi.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class Acs3SignatureTest {
    private static final List<String> SIGNED = List.of(
            "host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version");

    @Test
    void the_published_example_has_the_published_signature() {
        var request = new Incoming(
                "POST",
                "/",
                "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
                Map.of(
                        "Host", "ecs.cn-shanghai.aliyuncs.com",
                        "x-acs-action", "RunInstances",
                        "x-acs-content-sha256", Acs3Signature.digest(""),
                        "x-acs-date", "2023-10-26T10:22:32Z",
                        "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                        "x-acs-version", "2014-05-26"),
                "");
        assertEquals(
                "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0",
                Acs3Signature.of("YourAccessKeySecret", request, SIGNED));
    }

    @Test
    void the_header_names_the_key_what_is_signed_and_the_signature() {
        assertEquals(
                Optional.of(new Acs3Signature("me", List.of("host", "x-acs-date"), "00ff")),
                Acs3Signature.read(
                        with("ACS3-HMAC-SHA256 Credential=me,SignedHeaders=host;x-acs-date,Signature=00ff")));
    }

    @Test
    void a_header_that_is_spelt_otherwise_is_none() {
        var half = with("ACS3-HMAC-SHA256 Credential=me");
        assertTrue(Acs3Signature.isMeant(half));
        assertEquals(Optional.empty(), Acs3Signature.read(half));
    }

    private static Incoming with(String authorization) {
        return new Incoming("GET", "/", "", Map.of("Authorization", authorization), "");
    }
}
