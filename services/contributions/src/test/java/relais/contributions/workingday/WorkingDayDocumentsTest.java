package relais.contributions.workingday;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.contributions.known.AgendaStates;

class WorkingDayDocumentsTest {

    private final RecordCodec<WorkingDay> documents = RecordCodecs.of(WorkingDay.class);

    static Stream<WorkingDay> states() {
        return Stream.of(AgendaStates.WHOLE_WORKING_DAY, AgendaStates.BARE_WORKING_DAY);
    }

    @ParameterizedTest
    @MethodSource("states")
    void comesBackAsItWas(WorkingDay state) {
        Document written = documents.toDocument(state);
        String bson = written.toBsonDocument().toJson();
        assertThat(documents.fromDocument(Document.parse(bson))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysWhereItStandsAtTheTop(WorkingDay state) {
        assertThat(documents.toDocument(state)).containsEntry("status", state.status().name());
    }

    /** As an earlier release wrote it. */
    @Test
    void anEarlierDocumentIsRead() {
        String stored =
                """
                {"id": "wd-whole", "status": "HELD", "meeting": {"date": "2025-11-20",
                 "place": "Lyon", "theme": "La gouvernance", "territory": "commune:69123",
                 "description": "Accueil à 9 h"}, "agenda": [{"id": "ai-1",
                 "label": "Les tablettes", "partner": "p-loiret", "card": "x-tablettes",
                 "cardVersion": {"$numberLong": "4"}, "note": "Vingt minutes"}, {"id": "ai-2",
                 "label": "Divers"}], "scheduledAt": {"$date": "2025-11-20T16:00:00.123Z"},
                 "scheduledBy": "p-mene", "reason": "Raison",
                 "minutes": {"text": "# Compte rendu", "attending": ["p-loiret", "p-mene"],
                 "decisions": [{"id": "d-1", "text": "Le Loiret raccorde",
                 "action": "ac-whole", "plan": {"title": "Raccorder les collèges",
                 "lead": "p-loiret", "partnersInvolved": ["p-orleans", "p-mene"],
                 "territory": "departement:45", "axes": ["INFRASTRUCTURE", "SUPPORT"],
                 "dueOn": "2026-08-31", "objectives": ["o-whole"],
                 "experiences": ["x-tablettes"], "description": "Vingt-trois\\nrestent",
                 "contribution": "c-socle"}}, {"id": "d-3", "text": "Deux réunions par an"}],
                 "publishedAt": {"$date": "2025-11-20T16:00:00.123Z"}, "numbered": 3,
                 "correction": "Un chiffre",
                 "correctedAt": {"$date": "2025-11-20T16:01:00.123Z"}}}\
                """;
        assertThat(documents.fromDocument(Document.parse(stored)))
                .isEqualTo(AgendaStates.WHOLE_WORKING_DAY);
        assertThat(documents.toDocument(AgendaStates.WHOLE_WORKING_DAY))
                .isEqualTo(Document.parse(stored));
    }
}
