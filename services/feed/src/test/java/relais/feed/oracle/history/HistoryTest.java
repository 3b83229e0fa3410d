package relais.feed.oracle.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.EventSchemas;

/** What the oracle's history must have in it for the comparison to be worth anything. */
class HistoryTest {

    private static final List<Told> HISTORY = History.of(2015, 20_000);

    private static Map<String, List<Told>> aggregates() {
        return HISTORY.stream()
                .collect(Collectors.groupingBy(told -> told.metadata().aggregateId()));
    }

    @Test
    void everyEventTypeOfEveryTopicHappens() {
        var happened = new HashMap<String, Set<String>>();
        HISTORY.forEach(
                told ->
                        happened.computeIfAbsent(told.topic(), topic -> new HashSet<>())
                                .add(told.metadata().type()));

        EventSchemas.byTopic()
                .forEach(
                        (topic, schemas) ->
                                assertThat(happened.get(topic))
                                        .as(topic)
                                        .containsExactlyInAnyOrderElementsOf(
                                                schemas.stream()
                                                        .map(Schema::getFullName)
                                                        .toList()));
    }

    @Test
    void theSameSeedTellsTheSameAndAnotherOneSomethingElse() {
        assertThat(History.of(2015, 5_000)).isEqualTo(History.of(2015, 5_000));
        assertThat(History.of(2016, 5_000)).isNotEqualTo(History.of(2015, 5_000));
    }

    @Test
    void anAggregatesVersionsAreContiguousUnderOneKeyOnOneTopic() {
        aggregates()
                .forEach(
                        (id, events) -> {
                            var versions = new ArrayList<Long>();
                            events.forEach(told -> versions.add(told.metadata().sequence()));
                            for (int i = 0; i < versions.size(); i++) {
                                assertThat(versions.get(i)).as(id).isEqualTo(i + 1);
                            }
                            assertThat(events.stream().map(Told::key).distinct()).as(id).hasSize(1);
                            assertThat(events.stream().map(Told::topic).distinct())
                                    .as(id)
                                    .hasSize(1);
                        });
    }

    @Test
    void everySchemeTakesPartAndWhatMergedSince() {
        Set<String> territories =
                HISTORY.stream()
                        .map(told -> told.metadata().territory())
                        .collect(Collectors.toSet());

        assertThat(territories.stream().map(id -> id.substring(0, id.indexOf(':'))))
                .contains("commune", "epci", "departement", "region", "academie", "pays");
        assertThat(territories).contains("region:43", "region:73", "commune:74011");
        assertThat(HISTORY.stream().map(Told::key).distinct().count()).isGreaterThan(50);
    }

    @Test
    void clocksGoBackAndStandStillAndArchivesDoNot() {
        int back = 0;
        int still = 0;
        int archived = 0;
        for (List<Told> events : aggregates().values()) {
            for (int i = 0; i < events.size(); i++) {
                EventMetadata now = events.get(i).metadata();
                archived += now.archive() ? 1 : 0;
                if (i > 0) {
                    int order = now.time().compareTo(events.get(i - 1).metadata().time());
                    assertThat(now.archive() && order < 0).as(now.id()).isFalse();
                    back += order < 0 ? 1 : 0;
                    still += order == 0 ? 1 : 0;
                }
            }
        }
        assertThat(back).isGreaterThan(120);
        assertThat(still).isGreaterThan(120);
        assertThat(archived).isGreaterThan(400);
    }

    @Test
    void aggregatesAreMixed() {
        long neighbours = 0;
        for (int i = 1; i < HISTORY.size(); i++) {
            if (HISTORY.get(i)
                    .metadata()
                    .aggregateId()
                    .equals(HISTORY.get(i - 1).metadata().aggregateId())) {
                neighbours++;
            }
        }
        assertThat(neighbours).isLessThan(HISTORY.size() / 20);
    }
}
