package io.github.terway4j.adapters.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** An AES key of 16, 24 or 32 bytes, for texts in CBC with PKCS#5 padding behind their initial vector, in base 64. */
final class Keyring {
    private static final int BLOCK = 16;

    private final byte[] key;

    Keyring(byte[] key) {
        this.key = key.clone();
    }

    /** Nothing where that key does not fit that text. */
    Optional<String> decrypt(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length < 2 * BLOCK) {
                return Optional.empty();
            }
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(bytes, 0, BLOCK));
            var plain = cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
