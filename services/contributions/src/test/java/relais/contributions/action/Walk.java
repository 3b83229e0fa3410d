package relais.contributions.action;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;
import static relais.contributions.known.KnownWorld.SERVICE;
import static relais.contributions.known.KnownWorld.now;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.partner.Actor;

/**
 * What happens to an action when the secretariat asks for this and that.
 *
 * @param live what came of it, decision by decision
 */
public record Walk(List<ActionEvent> events, Action live) {

    public static Walk of(Random random) {
        List<ActionEvent> events = new ArrayList<>();
        boolean decided = random.nextBoolean();
        Action live =
                decided
                        ? step(null, Samples.PLAN_DECIDED, SERVICE, events)
                        : step(null, Samples.PLAN, SECRETARY, events);
        for (int step = 0; step < 12; step++) {
            live = step(live, command(random), SECRETARY, events);
        }
        return new Walk(events, requireNonNull(live));
    }

    private static ActionCommand command(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Samples.COMPLETE;
            case 1 -> Samples.ABANDON;
            case 2, 3, 4, 5, 6, 7 -> Samples.REVISE;
            case 8 -> new ActionCommand.Progress(0, "Rien");
            default -> Samples.PROGRESS;
        };
    }

    private static @Nullable Action step(
            @Nullable Action before, ActionCommand command, Actor actor, List<ActionEvent> events) {
        return switch (Samples.RULES.decide(before, command, now(actor))) {
            case Decision.Accepted<ActionEvent>(List<ActionEvent> more) -> {
                events.addAll(more);
                yield Action.apply(before, more.getFirst(), new Moment(events.size(), NOW));
            }
            case Decision.Refused<ActionEvent> _, Decision.Unchanged<ActionEvent> _ -> {
                assertThat(before).isNotNull();
                yield before;
            }
        };
    }
}
