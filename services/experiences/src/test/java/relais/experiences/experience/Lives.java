package relais.experiences.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.Role;
import relais.experiences.experience.ProposedContent.ProposedMeans;
import relais.experiences.experience.ProposedContent.ProposedResults;

/** Lives of experiences in which whoever does whatever in whatever order. */
public final class Lives {

    private static final int COMMANDS = 200;

    private Lives() {}

    /** An event, when it happened, and what it made. */
    public record Told(ExperienceEvent event, Instant at, Experience after) {}

    /** One life; its instants are whole milliseconds, as those of the log. */
    public static List<Told> one(Random random) {
        List<Told> history = new ArrayList<>();
        Experience state = null;
        Instant at = Scene.NOW;
        for (int i = 0; i < COMMANDS; i++) {
            Partner partner = oneOf(random, Scene.PARTNERS);
            Set<Role> roles = random.nextBoolean() ? Set.of(Role.PARTNER) : Set.of(Role.COMMITTEE);
            Circumstances circumstances =
                    Scene.circumstances(
                            new Actor("m-1", partner.id(), roles), partner, null, at, at);
            ExperienceCommand command = command(random);
            if (endsAll(command) && random.nextInt(20) > 0) {
                continue;
            }
            Decision<ExperienceEvent> decision =
                    new ExperienceRules().decide(state, command, circumstances);
            assertThat(new ExperienceRules().decide(state, command, circumstances))
                    .isEqualTo(decision);
            if (decision instanceof Decision.Accepted<ExperienceEvent> accepted) {
                for (ExperienceEvent event : accepted.events()) {
                    state = Experience.apply(state, event, at);
                    history.add(new Told(event, at, state));
                }
                at = at.plusMillis(random.nextInt(3_000));
            }
        }
        return history;
    }

    private static ExperienceCommand command(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> new ExperienceCommand.Revise(card(random), perhaps(random));
            case 1 -> new ExperienceCommand.Resubmit(card(random), null);
            case 2 ->
                    new ExperienceCommand.Adopt(
                            new AdoptionId("a-" + random.nextInt(5)),
                            new ExperienceCommand.AdoptionRequest(perhaps(random), null));
            case 3 -> new ExperienceCommand.Highlight(perhaps(random), null);
            default -> oneOf(random, CommandSamples.all());
        };
    }

    private static ProposedContent card(Random random) {
        Scene.CardBuilder card = Scene.card().title("Tablettes " + random.nextInt(9));
        card.audience = perhaps(random);
        card.difficulties = perhaps(random);
        card.endedOn = random.nextBoolean() ? "2025-07-04" : null;
        card.means =
                random.nextBoolean()
                        ? null
                        : new ProposedMeans(
                                BigDecimal.valueOf(random.nextInt(1_000_000), 1),
                                random.nextBoolean() ? null : new BigDecimal("1.25"),
                                perhaps(random));
        card.results = random.nextBoolean() ? null : new ProposedResults("EXPECTED", "On verra");
        card.axes = random.nextBoolean() ? List.of("USES") : List.of("SUPPORT", "USES");
        return card.build();
    }

    private static boolean endsAll(ExperienceCommand command) {
        return command instanceof ExperienceCommand.Withdraw
                || command instanceof ExperienceCommand.Moderate;
    }

    private static @Nullable String perhaps(Random random) {
        return random.nextBoolean() ? "Ainsi " + random.nextInt(9) : null;
    }

    private static <T> T oneOf(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
