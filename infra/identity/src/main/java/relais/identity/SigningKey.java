package relais.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The RSA key that signs tokens, as a JSON Web Key in a file that only its owner may read. Made at
 * first use and read ever after: a token is still good after a restart.
 */
final class SigningKey implements JWKSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(SigningKey.class);
    private static final int BITS = 2048;

    private final Path file;

    private @Nullable JWKSet keys;

    SigningKey(Path file) {
        this.file = file;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(keys());
    }

    /**
     * Reads the key, or makes it.
     *
     * @throws IllegalStateException with the file's name if it cannot be read, written or
     *     understood
     */
    synchronized JWKSet keys() {
        JWKSet known = keys == null ? new JWKSet(readOrCreate()) : keys;
        keys = known;
        return known;
    }

    private RSAKey readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return RSAKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IllegalStateException(
                    file.toAbsolutePath() + " holds no RSA key; remove it to have a new one", e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The signing key cannot be kept in " + file.toAbsolutePath() + ": " + e, e);
        }
    }

    /** Whole or not at all: a crash in between leaves a stray file, never half a key. */
    private void create() throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "signing-key", ".new", ownerOnly(folder));
        try {
            Files.writeString(draft, generate().toJSONString());
            Files.move(draft, file);
            log.info("Made a new signing key in {}", file.toAbsolutePath());
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            log.info("Another process made the signing key in {}", file.toAbsolutePath());
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This JVM cannot make an RSA key", e);
        }
    }
}
