package relais.contributions.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partners;
import relais.contributions.imports.ImportReport.Outcome;
import relais.contributions.imports.ImportRow.Meaning;

/**
 * Takes the rows of an archive one after the other. A refused row stops nothing but the later rows
 * of the same aggregate: time never goes back, so that a row which overtook an earlier one would
 * shut it out for good. Mended and sent again, the archive goes on where it was refused.
 */
public final class ImportRows {

    private static final String TAKEN = "ref-taken";

    private final ImportedActors actors;

    public ImportRows(Partners partners) {
        this.actors = new ImportedActors(partners);
    }

    public ImportReport importRows(List<ImportRow> rows, Actor operator) {
        Map<String, Integer> refused = new HashMap<>();
        List<ImportReport.Row> reports = new ArrayList<>();
        for (ImportRow row : rows) {
            ImportReport.Row report = importRow(row, operator, refused);
            reports.add(report);
            if (holdsBack(report) && report.id() != null) {
                refused.putIfAbsent(report.id(), row.number());
            }
        }
        return new ImportReport(reports);
    }

    private ImportReport.Row importRow(
            ImportRow row, Actor operator, Map<String, Integer> refused) {
        List<Refusal> refusals = new ArrayList<>();
        Instant occurredAt = occurredAt(row.said().occurredAt(), refusals);
        Actor actor = actors.of(row.said(), operator, refusals);
        return switch (row.meaning()) {
            case Meaning.Unclear(String _, List<Refusal> more) -> {
                refusals.addAll(more);
                yield refused(row, refusals);
            }
            case Meaning.Understood _ when !refusals.isEmpty() -> refused(row, refusals);
            case Meaning.Understood understood -> {
                String key = ImportedIds.row(row.content());
                Integer earlier = refused.get(understood.id());
                yield earlier != null && !understood.step().isApplied(key)
                        ? refused(row, List.of(heldBack(earlier)))
                        : report(
                                row,
                                understood,
                                understood.step().apply(new Request(actor, occurredAt, key, null)));
            }
        };
    }

    /** What is there already, though told otherwise, may still go on. */
    private static boolean holdsBack(ImportReport.Row report) {
        return report.outcome() == Outcome.REFUSED
                && report.refusals().stream().noneMatch(refusal -> refusal.code().equals(TAKEN));
    }

    private static ImportReport.Row report(
            ImportRow row, Meaning.Understood understood, Result<?> result) {
        return switch (result) {
            case Result.Done<?>(Stored<?> stored, boolean repeated) ->
                    new ImportReport.Row(
                            row.number(),
                            row.said().ref(),
                            outcome(understood, repeated),
                            stored.id(),
                            stored.version(),
                            List.of());
            case Result.Refused<?>(List<Refusal> refusals) -> refused(row, refusals);
            case Result.Stale<?> _ ->
                    refused(row, List.of(Refusal.conflict(understood.target(), "too-busy")));
            case Result.Missing<?> _ ->
                    refused(
                            row,
                            List.of(
                                    understood.creates()
                                            ? Refusal.conflict("ref", TAKEN)
                                            : Refusal.notFound(
                                                    understood.target(), "ref-unknown")));
        };
    }

    private static Outcome outcome(Meaning.Understood understood, boolean repeated) {
        if (repeated) {
            return Outcome.UNCHANGED;
        }
        return understood.creates() ? Outcome.CREATED : Outcome.APPLIED;
    }

    private static ImportReport.Row refused(ImportRow row, List<Refusal> refusals) {
        return new ImportReport.Row(
                row.number(),
                row.said().ref(),
                Outcome.REFUSED,
                row.meaning().aggregate(),
                null,
                refusals);
    }

    private static Refusal heldBack(int earlier) {
        return Refusal.conflict("row", "earlier-row-refused", earlier);
    }

    private static @Nullable Instant occurredAt(@Nullable String typed, List<Refusal> refusals) {
        if (typed == null) {
            refusals.add(Refusal.invalid("occurredAt", "required"));
            return null;
        }
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException _) {
            refusals.add(Refusal.invalid("occurredAt", "instant"));
            return null;
        }
    }
}
