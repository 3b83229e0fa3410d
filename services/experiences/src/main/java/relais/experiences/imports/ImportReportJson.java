package relais.experiences.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.web.ProblemMessages;

/** What happened to each row. */
record ImportReportJson(List<RowJson> rows, Map<ImportReport.Outcome, Long> counts) {

    record RowJson(@JsonUnwrapped ImportReport.Row row, @Nullable List<ViolationJson> violations) {}

    record ViolationJson(String field, String code, String message) {}

    static ImportReportJson of(ImportReport report, ProblemMessages messages, Locale locale) {
        return new ImportReportJson(
                report.rows().stream().map(row -> row(row, messages, locale)).toList(),
                report.counts());
    }

    private static RowJson row(ImportReport.Row row, ProblemMessages messages, Locale locale) {
        return new RowJson(
                row,
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
        return new ViolationJson(refusal.field(), refusal.code(), message);
    }
}
