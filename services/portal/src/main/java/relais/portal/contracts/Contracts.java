package relais.portal.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import relais.portal.page.NotFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code docs/api}, which the build puts beside the classes. */
@Component
class Contracts {

    static final List<String> SERVICES =
            List.of("partners", "experiences", "contributions", "feed", "history", "notices");

    private static final String EVENTS = "asyncapi.json";

    private final JsonMapper mapper = JsonMapper.shared();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, OpenApiOutline> services = new ConcurrentHashMap<>();
    private final Map<String, EventsOutline> events = new ConcurrentHashMap<>();

    /** A file as it is; {@link NotFound} if there is none of that name. */
    byte[] file(String name) {
        boolean known =
                name.equals(EVENTS)
                        || SERVICES.stream().map(Contracts::fileOf).anyMatch(name::equals);
        if (!known) {
            throw new NotFound();
        }
        return files.computeIfAbsent(name, Contracts::read);
    }

    OpenApiOutline service(String name) {
        return outline(services, fileOf(name), OpenApiOutline::of);
    }

    EventsOutline events() {
        return outline(events, EVENTS, EventsOutline::of);
    }

    static String fileOf(String service) {
        return "openapi-" + service + ".json";
    }

    private <T> T outline(Map<String, T> known, String file, Function<JsonNode, T> make) {
        byte[] content = file(file);
        return known.computeIfAbsent(file, _ -> make.apply(mapper.readTree(content)));
    }

    private static byte[] read(String name) {
        try (InputStream file = Contracts.class.getResourceAsStream("/contracts/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
