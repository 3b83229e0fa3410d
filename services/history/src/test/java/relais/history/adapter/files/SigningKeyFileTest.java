package relais.history.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFileTest {

    @TempDir Path folder;

    @Test
    void theKeyIsMadeOnceAndKeptForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("new/key.json");

        String first = keyOf(new SigningKeyFile(file).sign("one"));
        String second = keyOf(new SigningKeyFile(file).sign("two"));

        assertThat(second).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryContaining(each -> each.equals(file));
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileThatHoldsNoKeyIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("key.json"), "{\"kty\":\"oct\"}");

        assertThatThrownBy(() -> new SigningKeyFile(file).sign("line"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("P-256");
    }

    private static String keyOf(String jws) throws ParseException {
        return JWSObject.parse(jws).getHeader().getKeyID();
    }
}
