package relais.contributions.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.mongo.StateDocuments;
import relais.codec.RecordCodecs;
import relais.contributions.known.AgendaStates;

class ObjectiveDocumentsTest {

    private final StateDocuments<Objective> documents =
            StateDocuments.of(RecordCodecs.of(Objective.class));

    static Stream<Objective> states() {
        return Stream.of(AgendaStates.WHOLE_OBJECTIVE, AgendaStates.BARE_OBJECTIVE);
    }

    @ParameterizedTest
    @MethodSource("states")
    void comesBackAsItWas(Objective state) {
        Document written = documents.write(state);
        String bson = written.toBsonDocument().toJson();
        assertThat(documents.read(Document.parse(bson))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysWhereItStandsAtTheTop(Objective state) {
        assertThat(documents.write(state)).containsEntry("status", state.status().name());
    }
}
