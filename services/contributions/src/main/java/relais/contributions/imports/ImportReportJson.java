package relais.contributions.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.web.ProblemMessages;

/** What happened to each row. */
record ImportReportJson(List<RowJson> rows, Map<ImportReport.Outcome, Long> counts) {

    /**
     * What this service may learn in a moment from the others, or what an earlier row waits for.
     */
    private static final Set<String> PASSING =
            Set.of(
                    "partner-unknown",
                    "mandate-not-in-force",
                    "signatory-only",
                    "evidence-unknown",
                    "evidence-version-unknown",
                    "evidence-not-published",
                    "card-unknown",
                    "card-not-public",
                    "drafter-not-signatory",
                    "named-partner-unknown",
                    "experience-unknown",
                    "experience-not-published",
                    "objective-unknown",
                    "contribution-unknown",
                    "contribution-not-public",
                    "ref-unknown",
                    "not-on-the-committee",
                    "earlier-row-refused",
                    "too-busy");

    record RowJson(
            int row,
            @Nullable String ref,
            ImportReport.Outcome outcome,
            @Nullable String id,
            @Nullable Long version,
            @Nullable List<ViolationJson> violations) {}

    /**
     * @param retry true if the same row may be taken a moment later
     */
    record ViolationJson(String field, String code, String message, @Nullable Boolean retry) {}

    static ImportReportJson of(ImportReport report, ProblemMessages messages, Locale locale) {
        return new ImportReportJson(
                report.rows().stream().map(row -> row(row, messages, locale)).toList(),
                report.counts());
    }

    private static RowJson row(ImportReport.Row row, ProblemMessages messages, Locale locale) {
        return new RowJson(
                row.number(),
                row.ref(),
                row.outcome(),
                row.id(),
                row.version(),
                row.refusals().isEmpty()
                        ? null
                        : row.refusals().stream()
                                .map(refusal -> violation(refusal, messages, locale))
                                .toList());
    }

    private static ViolationJson violation(
            Refusal refusal, ProblemMessages messages, Locale locale) {
        String message =
                messages.violation(refusal.field(), refusal.code(), refusal.args(), locale)
                        .orElse(refusal.code());
        return new ViolationJson(
                refusal.field(),
                refusal.code(),
                message,
                PASSING.contains(refusal.code()) ? true : null);
    }
}
