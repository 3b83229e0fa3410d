package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a schema version is released. After adding or changing a {@code .avsc} file, adapt {@link
 * Samples}, then run
 *
 * <pre>mvn -pl schemas test-compile exec:exec@release-history</pre>
 *
 * and commit the new files of {@code src/test/resources/history} with the change.
 */
class HistoryReleaseTest {

    private static final Schema RENAMED = EventSchemas.partners().get(1);

    /** The release itself; a test run never writes history. */
    public static void main(String[] arguments) throws IOException {
        History history = History.ofThisModule();
        for (Map.Entry<String, List<Schema>> topic : EventSchemas.registered().entrySet()) {
            for (Schema schema : topic.getValue()) {
                if (history.release(topic.getKey(), schema, Samples.of(schema))) {
                    System.out.println("Released " + schema.getFullName());
                }
            }
        }
    }

    @Test
    void aReleasedVersionIsNotReleasedAgain(@TempDir Path root) throws IOException {
        History history = new History(root);

        assertThat(history.release(Topics.PARTNERS, RENAMED, Samples.of(RENAMED))).isTrue();
        assertThat(history.release(Topics.PARTNERS, RENAMED, Samples.of(RENAMED))).isFalse();

        assertThat(history.versions(Topics.PARTNERS, "PartnerRenamed")).hasSize(1);
        assertThat(history.problems(Topics.PARTNERS, RENAMED)).isEmpty();
    }

    @Test
    void anIncompatibleVersionIsNotReleased(@TempDir Path root) throws IOException {
        History history = new History(root);
        history.release(Topics.PARTNERS, RENAMED, Samples.of(RENAMED));
        Schema incompatible =
                new Schema.Parser()
                        .parse(
                                RENAMED.toString()
                                        .replace("\"name\":\"name\"", "\"name\":\"newName\""));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> history.release(Topics.PARTNERS, incompatible, Samples.of(RENAMED)))
                .withMessageContaining("PartnerRenamed is not compatible with PartnerRenamed v1");
    }
}
