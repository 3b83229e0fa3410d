package relais.contributions.contribution;

import java.util.List;
import java.util.Random;
import relais.aggregates.Decision;
import relais.aggregates.Moment;

/** What happens to a contribution when whoever asks whatever in whatever order. */
public final class Walk {

    private static final int COMMANDS = 300;

    private Walk() {}

    /** An event, and the version and instant of it. */
    public record Told(ContributionEvent event, Moment moment) {}

    public static List<Told> of(Random random) {
        Story story = new Story();
        Wanderer wanderer = new Wanderer(random);
        for (int i = 0; i < COMMANDS; i++) {
            Wanderer.Step step = wanderer.next(story.state());
            if (story.decide(step.command(), step.circumstances())
                    instanceof Decision.Accepted<ContributionEvent>(var events)) {
                events.forEach(event -> story.happened(event, step.circumstances().at()));
            }
        }
        return story.told().stream().map(told -> new Told(told.event(), told.moment())).toList();
    }
}
