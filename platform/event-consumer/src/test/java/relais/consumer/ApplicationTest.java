package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ApplicationTest {
    private final List<String> applied = new ArrayList<>();
    private final List<String> correlations = new ArrayList<>();
    private final Set<String> poison = new HashSet<>();
    private final Set<String> undecodable = new HashSet<>();
    private boolean away;
    private int calls;

    @Test
    void handsOverAWholeBatchAtOnce() {
        assertThat(apply("a:1", "b:1", "a:2")).isEmpty();

        assertThat(applied).containsExactly("a:1", "b:1", "a:2");
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void findsThePoisonAndParksTheLaterEventsOfItsAggregateOnly() {
        poison.add("b:2");

        List<String> parked = apply("a:1", "b:1", "b:2", "a:2", "b:3", "c:1");

        assertThat(parked).containsExactly("b:2 POISON", "b:3 BEHIND");
        assertThat(applied).containsExactly("a:1", "b:1", "a:2", "c:1");
    }

    @Test
    void findsOnePoisonAmongManyInFewCalls() {
        poison.add("a300:1");
        String[] ids = IntStream.range(0, 500).mapToObj(i -> "a" + i + ":1").toArray(String[]::new);

        assertThat(apply(ids)).containsExactly("a300:1 POISON");
        assertThat(applied).hasSize(499);
        assertThat(calls).isLessThan(25);
    }

    @Test
    void appliesWhatComesBeforeAnUndecodableEventOfTheSameAggregate() {
        undecodable.add("a:2");

        assertThat(apply("a:1", "a:2", "a:3", "b:1")).containsExactly("a:2 POISON", "a:3 BEHIND");
        assertThat(applied).containsExactly("a:1", "b:1");
    }

    @Test
    void parksTheDecodedEventsBehindAnEarlierFailure() {
        undecodable.add("a:3");
        poison.add("a:1");

        assertThat(apply("a:1", "a:2", "a:3", "a:4"))
                .containsExactlyInAnyOrder("a:1 POISON", "a:2 BEHIND", "a:3 POISON", "a:4 BEHIND");
        assertThat(applied).isEmpty();
    }

    @Test
    void blamesNoEventWhenTheStoreIsAway() {
        away = true;

        assertThatThrownBy(() -> apply("a:1", "b:1")).isInstanceOf(TransientFailure.class);
        assertThatThrownBy(() -> apply("a:1")).isInstanceOf(TransientFailure.class);
    }

    @Test
    void passesUnwantedEventsOnUndecoded() {
        undecodable.add("unwanted:1");

        assertThat(apply("unwanted:1")).isEmpty();
        assertThat(applied).containsExactly("unwanted:1 without payload");
    }

    @Test
    void logsWithTheCorrelationIdOfAnEventHandledAlone() {
        apply("a:1");

        assertThat(correlations).containsExactly("request-a:1");
        assertThat(MDC.get("correlationId")).isNull();
    }

    private List<String> apply(String... ids) {
        List<IncomingEvent> events = Stream.of(ids).map(Events::event).toList();
        return new Application<>(new Recording())
                .apply(events).stream()
                        .map(parking -> parking.id() + " " + parking.reason())
                        .toList();
    }

    private final class Recording implements EventHandler<String> {

        @Override
        public boolean wants(Map<String, String> headers) {
            return !"unwanted".equals(headers.get("ce_subject"));
        }

        @Override
        public String decode(IncomingEvent event) {
            if (undecodable.contains(Events.id(event))) {
                throw new IllegalArgumentException("unknown schema");
            }
            return Events.text(event);
        }

        @Override
        public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
            return Map.of();
        }

        @Override
        public void handle(List<HandledEvent<String>> batch) {
            calls++;
            if (away) {
                throw new TransientFailure("away", new IllegalStateException());
            }
            String correlation = MDC.get("correlationId");
            if (correlation != null) {
                correlations.add(correlation);
            }
            for (HandledEvent<String> event : batch) {
                if (poison.contains(Events.id(event.source()))) {
                    throw new IllegalStateException("poison");
                }
            }
            for (HandledEvent<String> event : batch) {
                String id = Events.id(event.source());
                applied.add(event.payload() == null ? id + " without payload" : id);
            }
        }
    }
}
