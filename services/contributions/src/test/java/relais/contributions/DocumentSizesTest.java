package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import relais.aggregates.mongo.MongoPartners;
import relais.codec.RecordCodecs;
import relais.contributions.action.Action;
import relais.contributions.contribution.Contribution;
import relais.contributions.objective.Objective;
import relais.contributions.workingday.WorkingDay;

/**
 * MongoDB takes documents up to 16 MiB. The rules of every kind of aggregate bound its texts and
 * lists so that the largest state there can be leaves room for the events that have not left yet.
 */
class DocumentSizesTest {

    private static final int MEGABYTE = 1_000_000;

    static Stream<Arguments> largest() {
        return Stream.of(
                // Text 0.8, evidence 1.6, amendments 4.0 and their answers 1.6, reasons 2.4.
                Arguments.of(
                        "contribution",
                        RecordCodecs.of(Contribution.class)
                                .toDocument(
                                        relais.contributions.contribution.Largest.contribution(
                                                MongoPartners.MOST_SIGNATORIES))),
                Arguments.of(
                        "working day",
                        RecordCodecs.of(WorkingDay.class)
                                .toDocument(relais.contributions.workingday.Largest.workingDay())),
                Arguments.of(
                        "action",
                        RecordCodecs.of(Action.class)
                                .toDocument(relais.contributions.action.Largest.action())),
                Arguments.of(
                        "objective",
                        RecordCodecs.of(Objective.class)
                                .toDocument(relais.contributions.objective.Largest.objective())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largest")
    void theLargestStateLeavesRoom(String kind, Document state) {
        // The rows of archives that were applied, each named by 24 characters.
        state.append("importedRows", Collections.nCopies(10_000, "0".repeat(24)));

        int bytes = new RawBsonDocument(state, new DocumentCodec()).getByteBuffer().remaining();

        assertThat(bytes).as(kind).isBetween(MEGABYTE, 12 * MEGABYTE);
    }
}
