package relais.teststack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class KnownIndexesTest {

    private static final KnownIndexes INDEXES =
            new KnownIndexes(
                    List.of(
                            BsonDocument.parse("{key: {territory: 1, validTo: 1, position: -1}}"),
                            BsonDocument.parse("{key: {tags: 1, position: -1}}"),
                            BsonDocument.parse("{key: {pendingSince: 1}, sparse: true}")));

    @Test
    void serveAFilterOfTheirFirstField() {
        assertThat(serve("{territory: 'a'}", "{}")).isTrue();
        assertThat(serve("{_id: 'x', version: 2}", "{}")).isTrue();
        assertThat(serve("{_id: {$gt: 'x'}}", "{_id: 1}")).isTrue();
        assertThat(serve("{pendingSince: {$gt: 1}}", "{pendingSince: 1}")).isTrue();
    }

    @Test
    void serveNoFilterOfOtherFields() {
        assertThat(serve("{}", "{}")).isFalse();
        assertThat(serve("{validTo: null}", "{}")).isFalse();
        assertThat(serve("{territory: {$ne: 'a'}}", "{}")).isFalse();
        assertThat(serve("{territory: {$regex: 'a'}}", "{}")).isFalse();
        assertThat(serve("{}", "{pendingSince: 1}")).as("sparse").isFalse();
    }

    @Test
    void giveAnOrderBehindWhatIsConstant() {
        assertThat(serve("{territory: 'a', validTo: null}", "{position: -1}")).isTrue();
        assertThat(serve("{territory: {$in: ['a', 'b']}, validTo: null}", "{position: 1}"))
                .isTrue();
        assertThat(serve("{territory: 'a', validTo: {$gt: 3}}", "{position: -1}")).isFalse();
        assertThat(serve("{territory: 'a'}", "{position: -1}")).isFalse();
        assertThat(serve("{tags: 'a', position: {$lt: 3}}", "{position: -1}")).isTrue();
        assertThat(serve("{territory: 'a', validTo: 1}", "{validTo: 1, position: -1}")).isTrue();
        assertThat(serve("{territory: 'a'}", "{validTo: 1, position: 1}")).isFalse();
    }

    @Test
    void serveAlternativesIfEachHasOne() {
        assertThat(serve("{$or: [{territory: 'a'}, {tags: 'b'}]}", "{}")).isTrue();
        assertThat(serve("{$or: [{territory: 'a'}, {other: 'b'}]}", "{}")).isFalse();
        assertThat(serve("{tags: 'c', $or: [{other: 'a'}, {other: 'b'}]}", "{}")).isTrue();
        assertThat(serve("{$and: [{other: 1}, {tags: 'b'}]}", "{position: -1}")).isTrue();
    }

    @Test
    void stagesAreThoseOfThePlanThatWasChosen() {
        BsonDocument explanation =
                BsonDocument.parse(
                        """
                        {queryPlanner: {winningPlan: {stage: 'FETCH', inputStage: {stage: 'IXSCAN'}},
                                        rejectedPlans: [{stage: 'COLLSCAN'}]},
                         command: {find: 'x', sort: {a: 1}}}""");
        BsonDocument pipeline =
                BsonDocument.parse(
                        """
                        {stages: [{$cursor: {queryPlanner: {winningPlan:
                                      {queryPlan: {stage: 'COLLSCAN'}, slotBasedPlan: {}}}}},
                                  {$sort: {sortKey: {a: 1}}}],
                         command: {aggregate: 'x', pipeline: [{$sort: {a: 1}}]}}""");

        assertThat(IndexedQueries.stages(explanation)).containsExactly("FETCH", "IXSCAN");
        assertThat(IndexedQueries.stages(pipeline)).containsExactly("COLLSCAN", "$sort");
    }

    private static boolean serve(String filter, String sort) {
        return INDEXES.serve(BsonDocument.parse(filter), BsonDocument.parse(sort));
    }
}
