package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;

class ContributionDocumentsTest {

    private final ContributionDocuments documents = new ContributionDocuments();

    @Test
    void aStateIsReadAsItWasWritten() {
        for (Contribution contribution :
                List.of(ContributionSamples.full(), ContributionSamples.bare())) {
            assertThat(documents.read(stored(documents.write(contribution))))
                    .isEqualTo(contribution);
        }
    }

    @Test
    void theFullSampleLeavesNothingOut() {
        assertWhole(ContributionSamples.full(), "contribution");
    }

    @Test
    void listsAskForTheStatusAndForWhatEveryoneMayRead() {
        Document full = documents.write(ContributionSamples.full());
        assertThat(full.getString("status")).isEqualTo("SUPERSEDED");
        assertThat(full.getBoolean("public")).isTrue();
        assertThat(documents.write(ContributionSamples.bare()).getBoolean("public")).isFalse();
    }

    @Test
    void aWorkingCopyIsKeptAsTyped() {
        WorkingCopy copy =
                ContributionSamples.workingCopy(ContributionSamples.ID, ContributionSamples.AMF);
        assertThat(WorkingCopyDocuments.read(stored(WorkingCopyDocuments.write(copy))))
                .isEqualTo(copy);
        WorkingCopy empty =
                new WorkingCopy(
                        copy.contribution(),
                        copy.partner(),
                        1,
                        1,
                        new ProposedText(null, null, List.of(), List.of()),
                        null,
                        ContributionSamples.NOW);
        assertThat(WorkingCopyDocuments.read(stored(WorkingCopyDocuments.write(empty))))
                .isEqualTo(empty);
    }

    /** What a database gives back. */
    private static Document stored(Document written) {
        BsonDocument bson = written.toBsonDocument();
        return new DocumentCodec()
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
    }

    /** The first element of each list is whole, and so on inwards. */
    private static void assertWhole(Object record, String path) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = path + "." + component.getName();
            Object value = value(record, component);
            assertThat(value).as(name).isNotNull();
            if (value instanceof Collection<?> values) {
                assertThat(values).as(name).isNotEmpty();
                value = values.iterator().next();
            }
            if (value.getClass().isRecord()) {
                assertWhole(value, name);
            }
        }
    }

    private static Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
