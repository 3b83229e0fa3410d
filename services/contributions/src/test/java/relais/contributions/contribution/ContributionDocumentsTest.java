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
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;

class ContributionDocumentsTest {

    /** As releases before the record codec wrote {@link ContributionSamples#full()}. */
    private static final String FULL =
            """
            {"id": "c-socle",
             "opener": "p-amf",
             "home": "commune:75056",
             "kind": "FRAMEWORK",
             "status": "SUPERSEDED",
             "public": true,
             "drafters": ["p-amf", "p-adf"],
             "text": {"title": "Socle numérique de base", "axes": ["USES", "GOVERNANCE",
               "SUPPORT", "FRAMEWORKS", "INFRASTRUCTURE", "INDUSTRY"],
               "sections": [{"heading": "Usages", "body": "Un poste par classe.",
               "id": "s-1", "changedIn": 2}, {"heading": "Réseau", "body": "", "id": "s-3",
               "changedIn": 4}], "version": 4, "numbered": 3,
               "summary": "Ce qu’une école devrait avoir"},
             "evidence": [{"experienceId": "x-tablets", "version": 3, "section": "s-1",
               "note": "deux ans", "outdated": {"version": 5, "change": "REVISED",
               "at": {"$date": "2026-03-02T09:59:00.123Z"}, "reason": "chiffres à jour"}},
               {"experienceId": "x-network", "version": 2}],
             "amendments": [{"id": "am-1", "partner": "p-adf", "section": "s-1",
               "basedOn": 2, "base": {"heading": "Usages", "body": "Un poste par classe."},
               "proposed": {"heading": "Les usages", "body": "Un poste par élève."},
               "reason": "parce que", "status": "ACCEPTED", "answer": "repris"},
               {"id": "am-2", "partner": "p-adf", "section": "s-1", "basedOn": 2,
               "base": {"heading": "Usages", "body": "Un poste par classe."},
               "proposed": {"heading": "Les usages", "body": "Un poste par élève."},
               "reason": "parce que", "status": "OPEN"}],
             "openedAt": {"$date": "2026-03-02T08:00:00.123Z"},
             "firstConsultedAt": {"$date": "2026-03-02T09:00:00.123Z"},
             "submitted": true,
             "submission": {"at": {"$date": "2026-03-02T08:53:20.123Z"}, "note": "relu"},
             "consultation": {"signatories": ["p-amf", "p-adf"], "quorum": 2,
               "positions": [{"partner": "p-adf", "choice": "RESERVATION",
               "reason": "les îles", "takenAt": {"$date": "2026-03-02T10:00:00.123Z"}},
               {"partner": "p-amf", "choice": "CONSENT",
               "takenAt": {"$date": "2026-03-02T10:00:00.123Z"}}],
               "openedAt": {"$date": "2026-03-02T10:00:00.123Z"},
               "deadline": {"$date": "2026-03-02T11:00:00.123Z"},
               "note": "avant la journée"},
             "reason": "close une fois",
             "adoptedOn": "2026-04-02",
             "supersedes": "c-older",
             "supersededBy": "c-newer"}\
            """;

    private static final String BARE =
            """
            {"id": "c-socle",
             "opener": "p-amf",
             "home": "pays:FR",
             "kind": "OPINION",
             "status": "DRAFTING",
             "public": false,
             "drafters": ["p-amf"],
             "text": {"title": "Avis", "axes": ["USES"], "sections": [], "version": 1,
               "numbered": 0},
             "evidence": [],
             "amendments": [],
             "openedAt": {"$date": "2026-03-02T10:00:00.123Z"}}\
            """;

    private static final String WORKING_COPY =
            """
            {"_id": "c-socle|p-amf",
             "contribution": "c-socle",
             "partner": "p-amf",
             "version": 3,
             "basedOn": 2,
             "axes": ["USES", "n’importe quoi"],
             "sections": [{"id": "s-1", "heading": "Usages", "body": "Un poste"}, {}],
             "title": "Titre",
             "summary": "En bref",
             "note": "à finir",
             "updatedAt": {"$date": "2026-03-02T10:00:00.123Z"}}\
            """;

    private static final RecordCodec<WorkingCopy> COPIES = RecordCodecs.of(WorkingCopy.class);

    private final RecordCodec<Contribution> documents = RecordCodecs.of(Contribution.class);

    @Test
    void documentsOfEarlierReleasesAreReadAndWrittenTheSame() {
        assertThat(documents.fromDocument(Document.parse(FULL)))
                .isEqualTo(ContributionSamples.full());
        assertThat(documents.fromDocument(Document.parse(BARE)))
                .isEqualTo(ContributionSamples.bare());
        assertThat(bson(documents.toDocument(ContributionSamples.full())))
                .isEqualTo(BsonDocument.parse(FULL));
        assertThat(bson(documents.toDocument(ContributionSamples.bare())))
                .isEqualTo(BsonDocument.parse(BARE));
    }

    @Test
    void workingCopiesOfEarlierReleasesAreReadAndWrittenTheSame() {
        WorkingCopy copy =
                ContributionSamples.workingCopy(ContributionSamples.ID, ContributionSamples.AMF);
        assertThat(COPIES.fromDocument(Document.parse(WORKING_COPY))).isEqualTo(copy);
        assertThat(bson(COPIES.toDocument(copy))).isEqualTo(BsonDocument.parse(WORKING_COPY));
    }

    /** Numbers as a text of JSON gives them, which does not say how long they are. */
    private static BsonDocument bson(Document written) {
        return BsonDocument.parse(written.toJson());
    }

    @Test
    void aStateIsReadAsItWasWritten() {
        for (Contribution contribution :
                List.of(ContributionSamples.full(), ContributionSamples.bare())) {
            assertThat(documents.fromDocument(stored(documents.toDocument(contribution))))
                    .isEqualTo(contribution);
        }
    }

    @Test
    void versionsAreLongAndCountsAreNot() {
        BsonDocument text =
                documents
                        .toDocument(ContributionSamples.full())
                        .toBsonDocument()
                        .getDocument("text");
        assertThat(text.isInt64("version")).isTrue();
        assertThat(text.isInt32("numbered")).isTrue();
    }

    @Test
    void theFullSampleLeavesNothingOut() {
        assertWhole(ContributionSamples.full(), "contribution");
    }

    @Test
    void listsAskForTheStatusAndForWhatEveryoneMayRead() {
        Document full = documents.toDocument(ContributionSamples.full());
        assertThat(full.getString("status")).isEqualTo("SUPERSEDED");
        assertThat(full.getBoolean("public")).isTrue();
        assertThat(documents.toDocument(ContributionSamples.bare()).getBoolean("public")).isFalse();
    }

    @Test
    void aWorkingCopyIsKeptAsTyped() {
        WorkingCopy copy =
                ContributionSamples.workingCopy(ContributionSamples.ID, ContributionSamples.AMF);
        assertThat(COPIES.fromDocument(stored(COPIES.toDocument(copy)))).isEqualTo(copy);
        WorkingCopy empty =
                new WorkingCopy(
                        copy.contribution(),
                        copy.partner(),
                        1,
                        1,
                        new ContributionCommand.Draft(null, null, List.of(), List.of(), null),
                        ContributionSamples.NOW);
        assertThat(COPIES.fromDocument(stored(COPIES.toDocument(empty)))).isEqualTo(empty);
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
