package relais.contributions.workingday;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.contributions.known.AgendaStates;

class WorkingDayDocumentsTest {

    private final WorkingDayDocuments documents = new WorkingDayDocuments();

    static Stream<WorkingDay> states() {
        return Stream.of(AgendaStates.WHOLE_WORKING_DAY, AgendaStates.BARE_WORKING_DAY);
    }

    @ParameterizedTest
    @MethodSource("states")
    void comesBackAsItWas(WorkingDay state) {
        Document written = documents.write(state);
        String bson = written.toBsonDocument().toJson();
        assertThat(documents.read(Document.parse(bson))).isEqualTo(state);
    }

    @ParameterizedTest
    @MethodSource("states")
    void saysWhereItStandsAtTheTop(WorkingDay state) {
        assertThat(documents.write(state)).containsEntry("status", state.status().name());
    }
}
