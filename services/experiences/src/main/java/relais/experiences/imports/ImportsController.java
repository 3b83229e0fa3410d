package relais.experiences.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.http.Callers;
import relais.web.Caller;
import relais.web.ProblemMessages;
import relais.web.Role;

/** Takes many experiences at once. */
@RestController
@Tag(name = "imports")
record ImportsController(
        ImportExperiences importExperiences,
        RehearseImport rehearseImport,
        ProblemMessages messages) {

    static final String DESCRIPTION =
            """
            A table in UTF-8, at most 8 MiB and 5,000 rows, cells separated by `;` or `,`, with a
            header row of these names in any order; only externalId must be there:

            {columns}

            or, in the same order, of these French ones (case and accents do not count):

            {French columns}

            Dates are `2015-10-01` or `01/10/2015`, decimals `12000.50` or `12 000,50`; levels, axes
            and kinds of results have their code or their French name.
            Several values in one cell are separated by `|` (links: `label=url|label=url`).
            Pictures and documents are sent before, to `/files`, for the partner of the row, and
            named by the hashes that it answered; what stands at the same place of their columns
            belongs to one file.
            `operation` is SUBMIT (when empty), PUBLISH, RETURN, RESUBMIT, TAKE_BACK, REVISE,
            CONFIRM, WITHDRAW, MODERATE, ENDORSE, HIGHLIGHT, ADOPT, REPORT_ADOPTION or END_ADOPTION;
            `partner` is the one that acts; `reason` is the operation's reason, comment, summary,
            headline, plan or note; `date` its day. A partner only submits, for itself. Operators
            import for any partner, and say with `occurredAt` when it happened: never before the
            experience's last event. Rows are taken one by one; the same row a second time changes
            nothing.
            """;

    @Operation(
            summary = "Import experiences or archives from a CSV file",
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            examples =
                                                    @ExampleObject(
                                                            "externalId;title;preview;territory;level;axes;problem;action;licenceAccepted"))))
    @ApiResponse(
            responseCode = "200",
            description = "What happened to each row",
            useReturnTypeSchema = true)
    @PostMapping(path = "/imports", consumes = "text/csv")
    ImportReportJson importFile(
            @RequestBody byte[] file, Caller caller, @Parameter(hidden = true) Locale locale) {
        caller.require(Role.PARTNER, Role.COMMITTEE, Role.OPERATOR);
        return ImportReportJson.of(
                importExperiences.importRows(ImportFile.read(file), Callers.actor(caller)),
                messages,
                locale);
    }

    @Operation(
            summary = "Say what an import would do, and do nothing",
            description =
                    "Takes the same file and gives the same report; the ids in it are those that"
                            + " the experiences would have.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "text/csv")))
    @ApiResponse(
            responseCode = "200",
            description = "What would happen to each row",
            useReturnTypeSchema = true)
    @PostMapping(path = "/imports/rehearsal", consumes = "text/csv")
    ImportReportJson rehearse(
            @RequestBody byte[] file, Caller caller, @Parameter(hidden = true) Locale locale) {
        caller.require(Role.PARTNER, Role.COMMITTEE, Role.OPERATOR);
        return ImportReportJson.of(
                rehearseImport.rehearse(ImportFile.read(file), Callers.actor(caller)),
                messages,
                locale);
    }
}
