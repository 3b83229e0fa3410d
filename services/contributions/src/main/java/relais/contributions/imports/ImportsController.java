package relais.contributions.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.Refusal;
import relais.aggregates.http.Callers;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.ProblemMessages;
import relais.web.Role;
import tools.jackson.databind.node.ObjectNode;

/** Takes what happened before the platform. */
@RestController
@Tag(name = "imports")
record ImportsController(ImportRows importRows, RowReader reader, ProblemMessages messages) {

    /** What happened to each row. */
    record ImportReportJson(List<RowJson> rows, Map<ImportReport.Outcome, Long> counts) {

        /**
         * What this service may learn in a moment from the others, or what an earlier row waits
         * for.
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

    private static final int MOST_ROWS = 1_000;

    /** An annotation wants a constant; a test holds it against the operations there are. */
    static final String DESCRIPTION =
            """
            For operators. At most 1,000 rows and 8 MiB. Every row says:

            - `operation`: what happened;
            - `occurredAt`: when, an instant, never before the last event of the same thing;
            - `partner`: who acted. A ministry, national association or public bank acts as the
              committee too; `as` (`partner` or `committee`) narrows that;
            - `mandate`: in whose name, if not the operator's own (required for POST_MESSAGE);
            - `ref`: the archive's own name (`[a-z0-9-]{1,60}`) of what the row creates. Later rows,
              also of later archives, say `ref:<name>` where they would give its id;
              `subject` and `card`, which may name anything, say `ref:c:<name>`, `ref:ac:<name>`…;
            - the fields of the call that it stands for, as that call takes them, and what the call
              has in its path: `contribution`, `objective`, `action`, `workingDay`, `message`,
              `amendment`, `item`, `experience`.

            The operations: ABANDON_ACTION, ACCEPT_AMENDMENT, ADD_AGENDA_ITEM, ADOPT,
            CANCEL_WORKING_DAY, CITE, CLOSE_CONSULTATION, COMPLETE_ACTION, DRAFT, MEASURE_OBJECTIVE,
            OPEN_CONSULTATION, OPEN_CONTRIBUTION, PLAN_ACTION, POST_MESSAGE, PROPOSE_AMENDMENT,
            PUBLISH_MINUTES, REDACT_MESSAGE, REJECT_AMENDMENT, REMOVE_AGENDA_ITEM, REMOVE_EVIDENCE,
            REPORT_PROGRESS, RESCHEDULE_WORKING_DAY, REVISE_ACTION, REVISE_OBJECTIVE,
            SCHEDULE_WORKING_DAY, SET_OBJECTIVE, SUBMIT_CONTRIBUTION, TAKE_POSITION,
            WITHDRAW_AMENDMENT, WITHDRAW_CONTRIBUTION, WITHDRAW_OBJECTIVE.

            Rows are taken in their order. The same row a second time changes nothing. A refused row
            holds back only the later rows of the same thing: mend it, and send the archive again.
            A violation with `retry` may pass by itself in a moment.
            """;

    @Operation(summary = "Import an archive", description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "What happened to each row",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "413", description = "More than 8 MiB")
    @ApiResponse(responseCode = "422", description = "More than 1,000 rows")
    @PostMapping("/imports")
    ImportReportJson importArchive(
            @RequestBody ImportRequest body,
            Caller caller,
            @Parameter(hidden = true) Locale locale) {
        caller.require(Role.OPERATOR);
        return ImportReportJson.of(
                importRows.importRows(rows(body), Callers.actor(caller)), messages, locale);
    }

    private List<ImportRow> rows(ImportRequest body) {
        List<@Nullable ObjectNode> typed = body.rows();
        if (typed == null) {
            throw Problem.invalid("rows", "required").exception();
        }
        if (typed.size() > MOST_ROWS) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-many-rows", MOST_ROWS)
                    .exception();
        }
        List<ImportRow> rows = new ArrayList<>(typed.size());
        for (ObjectNode row : typed) {
            if (row == null) {
                throw Problem.invalid("rows[" + rows.size() + "]", "required").exception();
            }
            rows.add(reader.read(rows.size() + 1, row));
        }
        return rows;
    }
}
