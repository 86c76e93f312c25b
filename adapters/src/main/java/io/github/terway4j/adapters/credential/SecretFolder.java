package io.github.terway4j.adapters.credential;

import io.github.terway4j.ports.out.CloudOutcome;
import io.github.terway4j.ports.out.CredentialSource;
import io.github.terway4j.ports.out.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * An access key in a mounted Secret: one file with the id, one with the secret, read at each call, so that a Secret that
 * is changed is taken at once. Space around them does not count; where both are empty, none is given.
 */
public final class SecretFolder implements CredentialSource {
    /** Where a cluster outside of Alibaba Cloud mounts the Secret {@code alibaba-addon-secret}, as in Terway. */
    public static final Path ADD_ON_SECRET = Path.of("/var/alibaba-addon-secret");

    private static final String ID = "access-key-id";
    private static final String SECRET = "access-key-secret";
    /** The link by which the kubelet swaps all files of a Secret at once. */
    private static final String SWAPPED = "..data";

    private final Path folder;

    public SecretFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public CloudOutcome<Credentials> current() {
        try {
            return read(oneVersion());
        } catch (NoSuchFileException first) {
            return again();
        } catch (IOException e) {
            return SmallFile.unreadable(folder, e);
        }
    }

    /** Perhaps the version that we were reading was swapped for another and removed. */
    private CloudOutcome<Credentials> again() {
        try {
            return read(oneVersion());
        } catch (NoSuchFileException missing) {
            return new CloudOutcome.Denied<>("%s has not both of %s and %s".formatted(folder, ID, SECRET));
        } catch (IOException e) {
            return SmallFile.unreadable(folder, e);
        }
    }

    /** Both files from the same version: an old id with a new secret would be nobody's key. */
    private Path oneVersion() throws IOException {
        var swapped = folder.resolve(SWAPPED);
        return Files.exists(swapped) ? swapped.toRealPath() : folder;
    }

    private CloudOutcome<Credentials> read(Path version) throws IOException {
        var id = SmallFile.read(version.resolve(ID)).strip();
        var secret = SmallFile.read(version.resolve(SECRET)).strip();
        if (id.isEmpty() && secret.isEmpty()) {
            return new CloudOutcome.Denied<>("%s and %s in %s are empty".formatted(ID, SECRET, folder));
        }
        if (id.isEmpty() || secret.isEmpty()) {
            return new CloudOutcome.Unknown<>("%s in %s is empty".formatted(id.isEmpty() ? ID : SECRET, folder));
        }
        return new CloudOutcome.Done<>(new Credentials.AccessKey(id, secret));
    }

    @Override
    public String toString() {
        return "the access key in " + folder;
    }
}
