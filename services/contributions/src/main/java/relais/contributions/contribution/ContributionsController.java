package relais.contributions.contribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.Axis;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.ListPosition;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.InstantCursors;
import relais.aggregates.http.QueryChoices;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Reservation;
import relais.web.Versions;

/** Opens contributions, and shows them: the committee all, everyone what was consulted on. */
@RestController
@RequestMapping("/contributions")
@Tag(name = "contributions", description = "The committee’s policy texts.")
record ContributionsController(
        ReadContributions contributions,
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change,
        Creations creations) {

    @Operation(
            summary = "Open a contribution (secretariat, signatories)",
            description =
                    "The opener’s partner drafts it, with the others that are named. The committee"
                            + " reads it from now on, everyone from its first consultation on.")
    @PostMapping
    ResponseEntity<ContributionChangeJson> open(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ContributionCommand.Opening body,
            Caller caller) {
        Reservation reserved = creations.reserve("contribution", "c-", key, caller, body);
        return Answers.created(
                "/contributions",
                change,
                reserved,
                new ContributionCommand.Open(new ContributionId(reserved.id()), body),
                caller,
                ContributionChangeJson::of);
    }

    @Operation(
            summary = "Contributions, the latest opened first",
            description =
                    "Signatories and the secretariat see all, drafters theirs besides what everyone"
                            + " sees: what was put to consultation.")
    @GetMapping
    Page<Contributions.Listed> list(
            @Parameter(schema = @Schema(implementation = ContributionStatus.class))
                    @RequestParam(required = false)
                    @Nullable String status,
            @Parameter(schema = @Schema(implementation = Axis.class))
                    @RequestParam(required = false)
                    @Nullable String axis,
            @Parameter(schema = @Schema(implementation = ContributionKind.class))
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(
                            description =
                                    "true: only those whose text the drafters hold ready for a"
                                            + " consultation",
                            schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable String submitted,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Optional<Caller> caller) {
        int size = Limits.limit(limit);
        List<Contributions.Listed> found =
                contributions.list(
                        new ReadContributions.Filter(
                                QueryChoices.code("status", status, ContributionStatus.class),
                                QueryChoices.code("axis", axis, Axis.class),
                                QueryChoices.code("kind", kind, ContributionKind.class),
                                QueryChoices.yes("submitted", submitted)),
                        Callers.actor(caller),
                        InstantCursors.decode(cursor, ListPosition<Instant>::new),
                        size + 1);
        return Page.of(
                found,
                size,
                last -> InstantCursors.encode(last.state().openedAt(), last.id().value()));
    }

    @Operation(
            summary = "One contribution",
            description =
                    "The stable address of a text, with its evidence, amendments, positions and"
                            + " dates. Superseded, it names its successor in a Link header.")
    @ApiResponse(
            responseCode = "200",
            description = "As this caller may see it; the ETag is its version",
            headers =
                    @Header(
                            name = HttpHeaders.LINK,
                            description = "rel=successor-version, when it was superseded",
                            schema = @Schema(type = "string")),
            useReturnTypeSchema = true)
    @GetMapping("/{id}")
    ResponseEntity<ContributionJson> read(@PathVariable String id, Optional<Caller> caller) {
        ReadContributions.Reading reading =
                contributions
                        .read(ContributionJson.id(id), Callers.actor(caller))
                        .orElseThrow(() -> Problem.notFound(id).exception());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().eTag(Versions.etag(reading.stored().version()));
        ContributionId successor = reading.contribution().supersededBy();
        if (successor != null) {
            answer.header(
                    HttpHeaders.LINK,
                    "</contributions/" + successor + ">; rel=\"successor-version\"");
        }
        return answer.body(ContributionJson.of(reading));
    }
}
