package io.github.terway4j.adapters.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Writes token files as the cluster does. */
final class Sealing {
    static final String KEYRING = "0123456789abcdef0123456789abcdef";

    private static final byte[] IV = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8, 7, 6, 5, 4};

    private Sealing() {}

    static String file(String id, String secret, String token, Instant expiry) {
        return """
                {"access.key.id": "%s", "access.key.secret": "%s", "security.token": "%s",
                 "expiration": "%s", "keyring": "%s"}""".formatted(seal(id), seal(secret), seal(token), expiry, KEYRING);
    }

    static String seal(String text) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            var key = new SecretKeySpec(KEYRING.getBytes(StandardCharsets.US_ASCII), "AES");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(IV));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = new byte[IV.length + sealed.length];
            System.arraycopy(IV, 0, all, 0, IV.length);
            System.arraycopy(sealed, 0, all, IV.length, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
