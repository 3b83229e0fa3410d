package relais.experiences.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Actor;
import relais.experiences.domain.Circumstances;
import relais.experiences.domain.Experience;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.TerritoryMap;

/** Gathers what a decision depends on, so that the decision itself looks nothing up. */
public final class GatherCircumstances {

    private final Partners partners;
    private final TerritoryMap territories;
    private final Clock clock;

    public GatherCircumstances(Partners partners, TerritoryMap territories, Clock clock) {
        this.partners = partners;
        this.territories = territories;
        this.clock = clock;
    }

    Circumstances of(Request request, ExperienceCommand command, @Nullable Experience experience) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        // Two machines' clocks differ a little; the order of events must not show it.
        if (experience != null && now.isBefore(experience.lastEventAt())) {
            now = experience.lastEventAt();
        }
        Instant at = request.occurredAt() == null ? now : request.occurredAt();
        return new Circumstances(
                request.actor(),
                partner(request.actor().partner()),
                partner(competent(command, experience)),
                territories,
                at.truncatedTo(ChronoUnit.MILLIS),
                now);
    }

    Circumstances ofReading(Actor actor) {
        Instant now = clock.instant();
        return new Circumstances(actor, partner(actor.partner()), null, territories, now, now);
    }

    private static @Nullable PartnerId competent(
            ExperienceCommand command, @Nullable Experience experience) {
        return switch (command) {
            case ExperienceCommand.Submit submit ->
                    PartnerId.parse(submit.competentPartner()).orElse(null);
            case ExperienceCommand.Resubmit resubmit ->
                    PartnerId.parse(resubmit.competentPartner()).orElse(null);
            case ExperienceCommand.Revise _ ->
                    experience == null ? null : experience.competentPartner();
            default -> null;
        };
    }

    private @Nullable Partner partner(@Nullable PartnerId id) {
        return id == null ? null : partners.find(id).orElse(null);
    }
}
