package relais.contributions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.contributions.known.AgendaStates;

class ActionDocumentsTest {

    private final RecordCodec<Action> documents = RecordCodecs.of(Action.class);

    static Stream<Action> states() {
        return Stream.of(AgendaStates.WHOLE_ACTION, AgendaStates.BARE_ACTION);
    }

    @ParameterizedTest
    @MethodSource("states")
    void comesBackAsItWas(Action state) {
        Document written = documents.toDocument(state);
        String bson = written.toBsonDocument().toJson();
        assertThat(documents.fromDocument(Document.parse(bson))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysWhereItStandsAtTheTop(Action state) {
        assertThat(documents.toDocument(state)).containsEntry("status", state.status().name());
    }

    /** As an earlier release wrote it. */
    @Test
    void anEarlierDocumentIsRead() {
        String stored =
                """
                {"id": "ac-whole", "home": "departement:45",
                 "plan": {"title": "Raccorder les collèges", "lead": "p-loiret",
                 "partnersInvolved": ["p-orleans", "p-mene"], "territory": "departement:45",
                 "axes": ["INFRASTRUCTURE", "SUPPORT"], "dueOn": "2026-08-31",
                 "objectives": ["o-whole"], "experiences": ["x-tablettes"],
                 "description": "Vingt-trois\\nrestent", "contribution": "c-socle"},
                 "status": "COMPLETED", "open": false, "percent": 100,
                 "reports": [{"percent": 40, "report": "Neuf",
                 "at": {"$date": "2025-11-20T16:00:00.123Z"}}, {"percent": 100,
                 "report": "Tous", "at": {"$date": "2025-11-20T16:00:00.123Z"}}],
                 "plannedAt": {"$date": "2025-11-20T16:00:00.123Z"},
                 "completedOn": "2025-11-20", "reason": "Raison",
                 "origin": {"workingDay": "wd-whole", "decision": "d-1"}}\
                """;
        assertThat(documents.fromDocument(Document.parse(stored)))
                .isEqualTo(AgendaStates.WHOLE_ACTION);
        assertThat(documents.toDocument(AgendaStates.WHOLE_ACTION))
                .isEqualTo(Document.parse(stored));
    }
}
