package relais.contributions.objective;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;

/**
 * What happens to an objective when the secretariat asks for this and that.
 *
 * @param live what came of it, decision by decision
 */
public record Walk(List<ObjectiveEvent> events, Objective live) {

    public static Walk of(Random random) {
        List<ObjectiveEvent> events = new ArrayList<>();
        Objective live = step(null, Samples.SET, events);
        for (int step = 0; step < 12; step++) {
            live = step(live, command(random), events);
        }
        return new Walk(events, requireNonNull(live));
    }

    private static ObjectiveCommand command(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Samples.WITHDRAW;
            case 1, 2, 3 -> Samples.REVISE;
            case 4, 5, 6 -> Samples.MEASURE;
            default -> Samples.measure("1.50", "2020-01-01");
        };
    }

    private static @Nullable Objective step(
            @Nullable Objective before, ObjectiveCommand command, List<ObjectiveEvent> events) {
        return switch (Samples.RULES.decide(before, command, now(SECRETARY))) {
            case Decision.Accepted<ObjectiveEvent>(List<ObjectiveEvent> more) -> {
                events.addAll(more);
                yield Objective.apply(before, more.getFirst(), new Moment(events.size(), NOW));
            }
            case Decision.Refused<ObjectiveEvent> _, Decision.Unchanged<ObjectiveEvent> _ -> {
                assertThat(before).isNotNull();
                yield before;
            }
        };
    }
}
