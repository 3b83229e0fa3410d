package relais.contributions.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.contributions.known.AgendaStates;

class ObjectiveDocumentsTest {

    private final RecordCodec<Objective> documents = RecordCodecs.of(Objective.class);

    static Stream<Objective> states() {
        return Stream.of(AgendaStates.WHOLE_OBJECTIVE, AgendaStates.BARE_OBJECTIVE);
    }

    @ParameterizedTest
    @MethodSource("states")
    void comesBackAsItWas(Objective state) {
        Document written = documents.toDocument(state);
        String bson = written.toBsonDocument().toJson();
        assertThat(documents.fromDocument(Document.parse(bson))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysWhereItStandsAtTheTop(Objective state) {
        assertThat(documents.toDocument(state)).containsEntry("status", state.status().name());
    }
}
