package relais.experiences.imports;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Partners;
import relais.aggregates.partner.Role;
import relais.experiences.experience.Experience;
import relais.experiences.experience.ExperienceCommand;
import relais.experiences.experience.ExperienceEvent;
import relais.experiences.experience.ExperienceId;
import relais.experiences.experience.Experiences;

/**
 * Takes the rows of an archive one after the other, each for itself. Operators import for any
 * partner and may say when things happened; a partner only submits, for itself, now.
 */
public final class ImportExperiences {

    private static final Refusal UNKNOWN = Refusal.notFound("externalId", "external-id-unknown");

    private final Experiences experiences;
    private final Partners partners;
    private final ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change;

    public ImportExperiences(
            Experiences experiences,
            Partners partners,
            ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change) {
        this.experiences = experiences;
        this.partners = partners;
        this.change = change;
    }

    public ImportReport importRows(List<ImportRow> rows, Actor actor) {
        Map<String, ExperienceId> inThisFile = new HashMap<>();
        return new ImportReport(
                rows.stream().map(row -> importRow(row, actor, inThisFile)).toList());
    }

    private ImportReport.Row importRow(
            ImportRow row, Actor actor, Map<String, ExperienceId> inThisFile) {
        ImportedOccasion occasion = ImportedOccasion.of(row, actor);
        ImportOperation operation = occasion.operation();
        PartnerId partner = occasion.partner();
        String externalId = occasion.externalId();
        if (operation == null || partner == null || externalId == null || occasion.isRefused()) {
            return refused(row, null, occasion.refusals());
        }
        Request request =
                new Request(
                        acting(actor, partner),
                        occasion.occurredAt(),
                        ImportedIds.row(row, operation, partner, externalId),
                        null);
        if (operation == ImportOperation.SUBMIT) {
            ImportReport.Row report = submit(row, partner, externalId, request);
            if (report.id() != null) {
                inThisFile.put(externalId, new ExperienceId(report.id()));
            }
            return report;
        }
        ExperienceId id = inThisFile.get(externalId);
        return id == null
                ? changeNamed(row, operation, partner, externalId, request)
                : change(row, operation, partner, id, request);
    }

    private ImportReport.Row submit(
            ImportRow row, PartnerId owner, String externalId, Request request) {
        ExperienceId id = ImportedIds.experience(owner, externalId);
        Optional<Stored<Experience>> existing = experiences.find(id.value());
        if (existing.isPresent()) {
            return existing.get().importedRows().contains(request.importRow())
                    ? report(row, ImportReport.Outcome.UNCHANGED, existing.get())
                    : refused(row, id, Refusal.conflict("externalId", "external-id-taken"));
        }
        return report(
                row,
                ImportOperation.SUBMIT,
                id,
                change.create(id.value(), ImportedCommands.submit(row, id), request));
    }

    private ImportReport.Row changeNamed(
            ImportRow row,
            ImportOperation operation,
            PartnerId partner,
            String externalId,
            Request request) {
        ExperienceId own = ImportedIds.experience(partner, externalId);
        if (experiences.find(own.value()).isPresent()) {
            return change(row, operation, partner, own, request);
        }
        List<ExperienceId> named = experiences.withExternalId(externalId, 2);
        return switch (named.size()) {
            case 0 -> refused(row, null, UNKNOWN);
            case 1 -> change(row, operation, partner, named.getFirst(), request);
            default -> refused(row, null, Refusal.conflict("externalId", "external-id-ambiguous"));
        };
    }

    private ImportReport.Row change(
            ImportRow row,
            ImportOperation operation,
            PartnerId partner,
            ExperienceId id,
            Request request) {
        return experiences
                .find(id.value())
                .map(
                        stored ->
                                report(
                                        row,
                                        operation,
                                        id,
                                        change.changeLatest(
                                                id.value(),
                                                ImportedCommands.change(
                                                        operation, row, stored, partner),
                                                request)))
                .orElseGet(() -> refused(row, id, UNKNOWN));
    }

    /** An operator's rows act in the quality that the acting partner has. */
    private Actor acting(Actor actor, PartnerId partner) {
        if (!actor.is(Role.OPERATOR)) {
            return actor;
        }
        Set<Role> roles = EnumSet.of(Role.PARTNER);
        if (partners.find(partner).filter(Partner::isSignatory).isPresent()) {
            roles.add(Role.COMMITTEE);
        }
        return new Actor(actor.mandate(), partner, roles);
    }

    private static ImportReport.Row report(
            ImportRow row, ImportOperation operation, ExperienceId id, Result<Experience> result) {
        return switch (result) {
            case Result.Done<Experience> done ->
                    report(
                            row,
                            done.repeated()
                                    ? ImportReport.Outcome.UNCHANGED
                                    : operation == ImportOperation.SUBMIT
                                            ? ImportReport.Outcome.CREATED
                                            : ImportReport.Outcome.APPLIED,
                            done.stored());
            case Result.Refused<Experience> refused ->
                    refused(
                            row,
                            operation == ImportOperation.SUBMIT ? null : id,
                            refused.refusals().stream()
                                    .map(refusal -> ImportedFields.rename(refusal, operation))
                                    .toList());
            case Result.Stale<Experience> _ ->
                    refused(row, id, Refusal.conflict("externalId", "too-busy"));
            case Result.Missing<Experience> _ -> refused(row, id, UNKNOWN);
        };
    }

    private static ImportReport.Row report(
            ImportRow row, ImportReport.Outcome outcome, Stored<Experience> stored) {
        String title = row.get(ImportColumns.TITLE);
        return new ImportReport.Row(
                row.line(),
                row.get(ImportColumns.EXTERNAL_ID),
                title == null ? stored.state().content().title() : title,
                outcome,
                stored.state().id().value(),
                stored.version(),
                List.of());
    }

    private static ImportReport.Row refused(
            ImportRow row, @Nullable ExperienceId id, Refusal refusal) {
        return refused(row, id, List.of(refusal));
    }

    private static ImportReport.Row refused(
            ImportRow row, @Nullable ExperienceId id, List<Refusal> refusals) {
        return new ImportReport.Row(
                row.line(),
                row.get(ImportColumns.EXTERNAL_ID),
                row.get(ImportColumns.TITLE),
                ImportReport.Outcome.REFUSED,
                id == null ? null : id.value(),
                null,
                refusals);
    }
}
