package relais.local.backbone;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import relais.events.EventSchemas;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which schemas the log of a home holds, and which users and permissions the broker has, as the
 * last complete registration wrote it down. The note lies beside the log, in the broker's folder,
 * and goes with it.
 *
 * <p>It spares a later start two requests for each schema. It is never believed alone: the registry
 * must list the subjects, too.
 */
public final class RegisteredSchemas {

    private static final Duration REPLAY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private static final String ACCESS = "access";

    private final Supplier<String> access;
    private final Path note;
    private final URI subjects;

    /** Of a Kafka that lets everybody in. */
    public RegisteredSchemas(Path log, String registryUrl) {
        this(log, registryUrl, () -> "");
    }

    /**
     * @param access what users and permissions are to be, in a text that tells no password
     */
    public RegisteredSchemas(Path log, String registryUrl, Supplier<String> access) {
        this.access = access;
        this.note = log.resolve("registered-schemas.properties");
        this.subjects = URI.create(registryUrl + "/subjects");
    }

    /** Whether the log holds exactly the schemas of this build, as far as the note tells. */
    public boolean areThoseOfThisBuild() {
        return noted().equals(ofThisBuild());
    }

    /**
     * Waits until the registry lists every subject of the note: it answers a moment before it has
     * read its log to the end.
     *
     * @return false if it does not within 10 s: the note is of another log
     */
    public boolean awaitReplay() throws InterruptedException {
        Set<String> expected = new HashSet<>(noted().stringPropertyNames());
        expected.remove(ACCESS);
        long end = System.nanoTime() + REPLAY.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            while (!listed(client).containsAll(expected)) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(PAUSE);
            }
            return true;
        }
    }

    /**
     * To be called when the registry holds every schema of this build.
     *
     * @throws IOException if the note cannot be written; the next start then asks the registry
     */
    public void note() throws IOException {
        Path next = note.resolveSibling(note.getFileName() + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            ofThisBuild().store(writer, null);
        }
        Files.move(next, note, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The note was of another log. */
    public void forget() throws IOException {
        Files.deleteIfExists(note);
    }

    private Properties noted() {
        Properties noted = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            noted.load(reader);
            return noted;
        } catch (IOException | IllegalArgumentException e) {
            return new Properties(); // None, or one that was cut: as if nothing was registered.
        }
    }

    private Set<String> listed(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(subjects).timeout(ANSWER).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            Set<String> listed = new HashSet<>();
            if (answer.statusCode() == 200) {
                for (JsonNode subject : JsonMapper.shared().readTree(answer.body())) {
                    listed.add(subject.asString());
                }
            }
            return listed;
        } catch (IOException | JacksonException e) {
            return Set.of();
        }
    }

    private Properties ofThisBuild() {
        Properties all = new Properties();
        all.put(ACCESS, access.get());
        EventSchemas.registered()
                .forEach(
                        (topic, schemas) ->
                                schemas.forEach(
                                        schema ->
                                                all.put(
                                                        EventSchemas.subject(topic, schema),
                                                        fingerprint(schema))));
        return all;
    }

    /** Of the whole text: a changed doc is a version of its own in the registry. */
    private static String fingerprint(Schema schema) {
        try {
            byte[] text = schema.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
