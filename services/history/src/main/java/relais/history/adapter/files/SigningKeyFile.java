package relais.history.adapter.files;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.history.dataset.LineSigner;

/**
 * Signs by ES256 with a JSON Web Key in a file. It is made at first use, for its owner alone to
 * read, and read ever after: an operator may put a key of their own there before.
 */
public final class SigningKeyFile implements LineSigner {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKeyFile.class);

    private final Path file;

    public SigningKeyFile(Path file) {
        this.file = file;
    }

    @Override
    public String sign(String line) {
        try {
            ECKey key = key();
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.computeThumbprint().toString())
                            .jwk(key.toPublicJWK())
                            .build();
            JWSObject jws = new JWSObject(header, new Payload(line));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(
                    file.toAbsolutePath() + " holds no key of the curve P-256 as a JWK", e);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The key that signs open data cannot be kept in " + file.toAbsolutePath(), e);
        }
    }

    private ECKey key() throws IOException, ParseException, JOSEException {
        if (!Files.exists(file)) {
            make();
        }
        return ECKey.parse(Files.readString(file));
    }

    /** Whole or not at all; of two processes that make one, both use the first. */
    private void make() throws IOException, JOSEException {
        ECKey key =
                new ECKeyGenerator(Curve.P_256)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.ES256)
                        .keyIDFromThumbprint(true)
                        .generate();
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        // A temporary file is its owner's alone where there are permissions.
        Path draft = Files.createTempFile(folder, "signing-key", ".new");
        try {
            Files.writeString(draft, key.toJSONString());
            Files.createLink(file, draft);
            LOG.info("Made a key that signs open data: {}", file.toAbsolutePath());
        } catch (FileAlreadyExistsException anotherWasFirst) {
            LOG.debug("Another process made {}", file.toAbsolutePath(), anotherWasFirst);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
