package relais.contributions.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.contributions.known.AgendaStates;

class ActionDocumentsTest {

    private final ActionDocuments documents = new ActionDocuments();

    static Stream<Action> states() {
        return Stream.of(AgendaStates.WHOLE_ACTION, AgendaStates.BARE_ACTION);
    }

    @ParameterizedTest
    @MethodSource("states")
    void comesBackAsItWas(Action state) {
        Document written = documents.write(state);
        String bson = written.toBsonDocument().toJson();
        assertThat(documents.read(Document.parse(bson))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysWhereItStandsAtTheTop(Action state) {
        assertThat(documents.write(state)).containsEntry("status", state.status().name());
    }
}
