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
class ImportsController {

    /** An annotation wants a constant; a test holds it against {@code ImportColumns}. */
    static final String DESCRIPTION =
            """
            A table in UTF-8, at most 8 MiB and 5,000 rows, cells separated by `;` or `,`, with a
            header row of these names in any order; only externalId must be there:

            `externalId`, `operation`, `occurredAt`, `partner`, `title`, `preview`, `territory`,
            `level`, `axes`, `tags`, `audience`, `startedOn`, `endedOn`, `problem`, `action`,
            `partnersInvolved`, `means_euros`, `means_fte`, `means_note`, `results_kind`,
            `results_text`, `difficulties`, `transfer`, `links`, `licenceAccepted`,
            `competentPartner`, `reason`, `comments`, `date`, `adoptionRef`

            or, in the same order, of these French ones (case and accents do not count):

            `référence`, `opération`, `survenu le`, `partenaire`, `titre`, `résumé`, `territoire`,
            `niveau`, `axes`, `mots-clés`, `public`, `début`, `fin`, `problème`,
            `ce qui a été fait`, `partenaires associés`, `coût en euros`,
            `équivalents temps plein`, `précisions sur les moyens`, `nature des résultats`,
            `résultats`, `difficultés`, `pour le refaire`, `liens`, `licence acceptée`,
            `partenaire compétent`, `motif`, `remarques`, `date`, `référence de l’adoption`

            Dates are `2015-10-01` or `01/10/2015`, decimals `12000.50` or `12 000,50`; levels, axes
            and kinds of results have their code or their French name.
            Several values in one cell are separated by `|` (links: `label=url|label=url`).
            `operation` is SUBMIT (when empty), PUBLISH, RETURN, RESUBMIT, TAKE_BACK, REVISE,
            CONFIRM, WITHDRAW, MODERATE, ENDORSE, HIGHLIGHT, ADOPT, REPORT_ADOPTION or END_ADOPTION;
            `partner` is the one that acts; `reason` is the operation's reason, comment, summary,
            headline, plan or note; `date` its day. A partner only submits, for itself. Operators
            import for any partner, and say with `occurredAt` when it happened: never before the
            experience's last event. Rows are taken one by one; the same row a second time changes
            nothing.
            """;

    private final ImportExperiences importExperiences;
    private final RehearseImport rehearseImport;
    private final ProblemMessages messages;

    ImportsController(
            ImportExperiences importExperiences,
            RehearseImport rehearseImport,
            ProblemMessages messages) {
        this.importExperiences = importExperiences;
        this.rehearseImport = rehearseImport;
        this.messages = messages;
    }

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
    @ApiResponse(responseCode = "413", description = "More than 8 MiB")
    @ApiResponse(responseCode = "422", description = "More than 5,000 rows")
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
    @ApiResponse(responseCode = "413", description = "More than 8 MiB")
    @ApiResponse(responseCode = "422", description = "More than 5,000 rows")
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
