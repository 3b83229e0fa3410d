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
public record ImportExperiences(
        Experiences experiences,
        Partners partners,
        ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change) {

    private static final Refusal UNKNOWN = Refusal.notFound("externalId", "external-id-unknown");

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
        var accepted =
                new AcceptedRow(
                        row,
                        operation,
                        partner,
                        externalId,
                        new Request(
                                acting(actor, partner),
                                occasion.occurredAt(),
                                ImportedIds.row(row, operation, partner, externalId),
                                null));
        if (operation == ImportOperation.SUBMIT) {
            ImportReport.Row report = submit(accepted);
            if (report.id() != null) {
                inThisFile.put(externalId, new ExperienceId(report.id()));
            }
            return report;
        }
        ExperienceId id = inThisFile.get(externalId);
        return id == null ? changeNamed(accepted) : change(accepted, id);
    }

    /** A row that says by whom, on what and when, as it may. */
    private record AcceptedRow(
            ImportRow cells,
            ImportOperation operation,
            PartnerId partner,
            String externalId,
            Request request) {}

    private ImportReport.Row submit(AcceptedRow row) {
        ExperienceId id = ImportedIds.experience(row.partner(), row.externalId());
        Optional<Stored<Experience>> existing = experiences.find(id.value());
        if (existing.isPresent()) {
            return existing.get().importedRows().contains(row.request().importRow())
                    ? report(row.cells(), ImportReport.Outcome.UNCHANGED, existing.get())
                    : refused(row.cells(), id, Refusal.conflict("externalId", "external-id-taken"));
        }
        var submit = ImportedCommands.submit(row.cells(), id);
        return report(row, id, change.create(id.value(), submit, row.request()));
    }

    private ImportReport.Row changeNamed(AcceptedRow row) {
        ExperienceId own = ImportedIds.experience(row.partner(), row.externalId());
        if (experiences.find(own.value()).isPresent()) {
            return change(row, own);
        }
        List<ExperienceId> named = experiences.withExternalId(row.externalId(), 2);
        return switch (named.size()) {
            case 0 -> refused(row.cells(), null, UNKNOWN);
            case 1 -> change(row, named.getFirst());
            default ->
                    refused(
                            row.cells(),
                            null,
                            Refusal.conflict("externalId", "external-id-ambiguous"));
        };
    }

    private ImportReport.Row change(AcceptedRow row, ExperienceId id) {
        Optional<Stored<Experience>> found = experiences.find(id.value());
        if (found.isEmpty()) {
            return refused(row.cells(), id, UNKNOWN);
        }
        ExperienceCommand command =
                ImportedCommands.change(row.operation(), row.cells(), found.get(), row.partner());
        return report(row, id, change.changeLatest(id.value(), command, row.request()));
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
            AcceptedRow row, ExperienceId id, Result<Experience> result) {
        boolean submits = row.operation() == ImportOperation.SUBMIT;
        return switch (result) {
            case Result.Done<Experience>(var stored, boolean repeated) -> {
                ImportReport.Outcome outcome =
                        submits ? ImportReport.Outcome.CREATED : ImportReport.Outcome.APPLIED;
                yield report(
                        row.cells(), repeated ? ImportReport.Outcome.UNCHANGED : outcome, stored);
            }
            case Result.Refused<Experience>(List<Refusal> refusals) ->
                    refused(
                            row.cells(),
                            submits ? null : id,
                            refusals.stream()
                                    .map(each -> ImportedFields.rename(each, row.operation()))
                                    .toList());
            case Result.Stale<Experience> _ ->
                    refused(row.cells(), id, Refusal.conflict("externalId", "too-busy"));
            case Result.Missing<Experience> _ -> refused(row.cells(), id, UNKNOWN);
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
