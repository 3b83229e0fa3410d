package relais.portal.opendata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The commands by which an outsider proves a figure: a script that a test runs as it is. */
@Component
class Proving {

    private static final String SCRIPT = "/opendata/prove.sh";

    private final String command;

    /**
     * @param address of the portal, without a slash at the end
     */
    Proving(@Value("${relais.portal.address}") String address) {
        this.command = read().replace("$1", address + OpenDataController.PATH + "/api");
    }

    String command() {
        return command;
    }

    private static String read() {
        try (InputStream file = Proving.class.getResourceAsStream(SCRIPT)) {
            return new String(Objects.requireNonNull(file, SCRIPT).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
