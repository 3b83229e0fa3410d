package relais.experiences.experience;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContexts;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.aggregates.territory.TerritoryMap;

/** Looks up the partners, and another experience, that a decision has to know. */
public record GatherCircumstances(
        Partners partners, Experiences experiences, TerritoryMap territories, Clock clock)
        implements DecisionContexts<Experience, ExperienceCommand, Circumstances> {

    @Override
    public Circumstances of(
            @Nullable Experience before,
            ExperienceCommand command,
            Actor actor,
            Instant at,
            Instant now) {
        return new Circumstances(
                actor,
                partner(actor.partner()),
                partner(competent(command, before)),
                named(command),
                territories,
                at,
                now);
    }

    /** For a decision taken now, of what is not there yet. */
    Circumstances now(ExperienceCommand.Submit submit, Actor actor) {
        Instant now = clock.instant();
        return of(null, submit, actor, now, now);
    }

    Circumstances ofReading(Actor actor) {
        Instant now = clock.instant();
        return new Circumstances(
                actor, partner(actor.partner()), null, null, territories, now, now);
    }

    private static @Nullable PartnerId competent(
            ExperienceCommand command, @Nullable Experience experience) {
        return switch (command) {
            case ExperienceCommand.Submit submit ->
                    PartnerId.parse(submit.card().competentPartner()).orElse(null);
            case ExperienceCommand.Resubmit resubmit ->
                    PartnerId.parse(resubmit.competentPartner()).orElse(null);
            case ExperienceCommand.Revise _ ->
                    experience == null ? null : experience.competentPartner();
            default -> null;
        };
    }

    private @Nullable Experience named(ExperienceCommand command) {
        return command instanceof ExperienceCommand.ReportAdoption(_, var report)
                ? ExperienceId.parse(report.ownExperience())
                        .flatMap(id -> experiences.find(id.value()))
                        .map(Stored::state)
                        .orElse(null)
                : null;
    }

    private @Nullable Partner partner(@Nullable PartnerId id) {
        return id == null ? null : partners.find(id).orElse(null);
    }
}
