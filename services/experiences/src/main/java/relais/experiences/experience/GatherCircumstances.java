package relais.experiences.experience;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContexts;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.aggregates.territory.TerritoryMap;

/** Looks up the partners, files and another experience that a decision has to know. */
public record GatherCircumstances(
        Partners partners,
        Experiences experiences,
        UploadedFiles uploads,
        TerritoryMap territories,
        Clock clock)
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
                files(before, command, actor),
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
                actor, partner(actor.partner()), null, null, Map.of(), territories, now, now);
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

    /** Those that the card has already, and those that its partner has sent since. */
    private Map<String, UploadedFile> files(
            @Nullable Experience before, ExperienceCommand command, Actor actor) {
        ProposedContent content =
                switch (command) {
                    case ExperienceCommand.Submit submit -> submit.card().content();
                    case ExperienceCommand.Resubmit resubmit -> resubmit.content();
                    case ExperienceCommand.Revise revise -> revise.content();
                    default -> null;
                };
        Set<String> wanted =
                content == null ? Set.of() : content.files().collect(Collectors.toSet());
        PartnerId partner = actor.partner();
        if (wanted.isEmpty() || partner == null) {
            return Map.of();
        }
        Map<String, UploadedFile> files = new HashMap<>();
        if (before != null) {
            before.content().uploads().forEach(file -> files.put(file.hash(), file));
        }
        if (!files.keySet().containsAll(wanted)) {
            files.putAll(uploads.of(partner, wanted));
        }
        return files;
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
