package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A description of an API as it is published under {@code docs/api}, held against what the running
 * service says. {@code -Dcontracts.write=true} writes it anew instead.
 *
 * @param file where it lies; a module of services finds it two folders up
 * @param server takes the place of the address that the service was asked at; null where there is
 *     none
 */
public record PublishedDescription(Path file, @Nullable String server) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int FIRST_PORT = 8081;

    /** Services in the order of their ports on one machine. */
    private static final List<String> SERVICES =
            List.of("partners", "experiences", "contributions", "feed", "history", "notices");

    /**
     * @param service its short name, such as {@code partners}
     */
    public static PublishedDescription of(String service) {
        return new PublishedDescription(
                Path.of("..", "..", "docs", "api", "openapi-" + service + ".json"),
                "http://localhost:" + (FIRST_PORT + SERVICES.indexOf(service)));
    }

    /**
     * Fails the test if the file says anything else than the service.
     *
     * @param said the answer of {@code /openapi}, or a document made here
     */
    public void assertSaysWhat(JsonNode said) {
        ObjectNode published = (ObjectNode) said.deepCopy();
        if (server != null) {
            published
                    .putArray("servers")
                    .addObject()
                    .put("url", server)
                    .put("description", "On one machine, by ./relais up");
        }
        String text =
                MAPPER.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(published)
                                .replace("\r\n", "\n")
                        + "\n";
        try {
            if (Boolean.getBoolean("contracts.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                throw new AssertionError(
                        file.normalize()
                                + " is not what the service says of itself: run this test with"
                                + " -Dcontracts.write=true, and look at the difference");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
