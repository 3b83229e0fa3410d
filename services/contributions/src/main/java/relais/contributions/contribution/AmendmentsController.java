package relais.contributions.contribution;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.RefusalProblems;
import relais.aggregates.partner.Actor;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.IdempotencyKeys;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Reservation;
import relais.web.Versions;

/** Signatories propose changes to a section; drafters accept or reject them. */
@RestController
@RequestMapping("/contributions/{id}/amendments")
@Tag(name = "amendments", description = "Each takes If-Match and answers with the new version.")
record AmendmentsController(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change,
        ReadContributions contributions,
        Creations creations) {

    private static final String OUTDATED = "amendment-outdated";

    private static final String OUTDATED_EXAMPLE =
            """
            {"type": "https://relais.example/problems/amendment-outdated",
             "title": "The section has moved", "status": 409,
             "detail": "The section changed after the amendment was written. Send the text you\
             want as “body”, and “against” with the text version that you read: 9.",
             "base": {"textVersion": 4, "heading": "Usages", "body": "Un poste par classe."},
             "current": {"textVersion": 9, "heading": "Usages", "body": "Deux postes par classe."},
             "proposed": {"heading": "Usages", "body": "Un poste par élève."},
             "merged": {"text": "Deux postes par élève.", "conflicts": 0},
             "correlationId": "5f0c2d7e"}\
            """;

    @Operation(
            summary = "Propose a change to one section, with a reason (signatories)",
            description =
                    "It names the text version that was read. A section that changed since is"
                            + " refused with 409: read it again.")
    @PostMapping
    ResponseEntity<ContributionChangeJson> propose(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ContributionCommand.Proposal body,
            ConditionalCall call) {
        call.version();
        ContributionId contribution = ContributionJson.id(id);
        Reservation reserved =
                creations.reserve("amendment-of-" + contribution, "am-", key, call.caller(), body);
        AmendmentId amendment = new AmendmentId(reserved.id());
        return Answers.createdPart(
                "/contributions/" + contribution + "/amendments/" + amendment,
                proposedBefore(contribution, amendment, reserved, Callers.actor(call.caller()))
                        .orElseGet(
                                () ->
                                        Answers.result(
                                                change,
                                                id,
                                                new ContributionCommand.ProposeAmendment(
                                                        amendment, body),
                                                call)),
                stored -> ContributionChangeJson.of(stored, amendment, null));
    }

    @Operation(
            summary = "One amendment, with the three texts to compare",
            description =
                    "What the proposer read, what the section says now, what is proposed, and the"
                            + " merge of the two changes.")
    @GetMapping("/{amendment}")
    ResponseEntity<AmendmentJson> read(
            @PathVariable String id, @PathVariable String amendment, Optional<Caller> caller) {
        AmendmentId wanted = AmendmentJson.id(amendment);
        Stored<Contribution> stored =
                contributions
                        .read(ContributionJson.id(id), Callers.actor(caller))
                        .filter(ReadContributions.Reading::full)
                        .map(ReadContributions.Reading::stored)
                        .orElseThrow(() -> Problem.notFound(id).exception());
        Amendment found =
                stored.state()
                        .amendment(wanted)
                        .orElseThrow(() -> Problem.notFound(amendment).exception());
        return ResponseEntity.ok()
                .eTag(Versions.etag(stored.version()))
                .body(AmendmentJson.of(stored, found));
    }

    @Operation(
            summary = "Accept an amendment: the text has a new version (drafters)",
            description =
                    "If the section changed since the amendment was written, it is refused with the"
                            + " three texts to compare. Send then the text to have as body, and the"
                            + " text version that it was written against.")
    @ApiResponse(
            responseCode = "200",
            description = "Accepted; the ETag is the new version",
            useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "The section has moved (type amendment-outdated, with the three texts), or not"
                            + " as things stand",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(OUTDATED_EXAMPLE)))
    @PostMapping("/{amendment}/acceptance")
    ResponseEntity<ContributionChangeJson> accept(
            @PathVariable String id,
            @PathVariable String amendment,
            @RequestBody(required = false) ContributionCommand.@Nullable Acceptance body,
            ConditionalCall call) {
        AmendmentId wanted = AmendmentJson.id(amendment);
        Result<Contribution> result =
                Answers.result(
                        change,
                        id,
                        new ContributionCommand.AcceptAmendment(
                                wanted,
                                requireNonNullElse(
                                        body, ContributionCommand.Acceptance.AS_PROPOSED)),
                        call);
        if (result instanceof Result.Refused<Contribution> refused && isOutdated(refused)) {
            throw outdated(refused, id, wanted, Callers.actor(call.caller()));
        }
        return Answers.changed(result, stored -> ContributionChangeJson.of(stored, wanted, null));
    }

    @Operation(summary = "Reject an amendment, with a reason (drafters)")
    @PostMapping("/{amendment}/rejection")
    ResponseEntity<ContributionChangeJson> reject(
            @PathVariable String id,
            @PathVariable String amendment,
            @RequestBody ContributionCommand.Reason body,
            ConditionalCall call) {
        return changed(
                id,
                new ContributionCommand.RejectAmendment(AmendmentJson.id(amendment), body),
                call);
    }

    @Operation(summary = "Withdraw an amendment (its proposer)")
    @PostMapping("/{amendment}/withdrawal")
    ResponseEntity<ContributionChangeJson> withdraw(
            @PathVariable String id,
            @PathVariable String amendment,
            @RequestBody(required = false) ContributionCommand.@Nullable Reason body,
            ConditionalCall call) {
        return changed(
                id,
                new ContributionCommand.WithdrawAmendment(
                        AmendmentJson.id(amendment),
                        requireNonNullElse(body, ContributionCommand.Reason.NONE)),
                call);
    }

    private ResponseEntity<ContributionChangeJson> changed(
            String id, ContributionCommand.OnAmendment command, ConditionalCall call) {
        return Answers.changed(
                Answers.result(change, id, command, call),
                stored -> ContributionChangeJson.of(stored, command.amendment(), null));
    }

    private Optional<Result<Contribution>> proposedBefore(
            ContributionId id, AmendmentId amendment, Reservation reserved, Actor actor) {
        return reserved.first()
                ? Optional.empty()
                : contributions
                        .proposedBefore(id, amendment, actor)
                        .map(stored -> new Result.Done<>(stored, true));
    }

    private static boolean isOutdated(Result.Refused<?> refused) {
        return refused.refusals().stream().allMatch(refusal -> refusal.code().equals(OUTDATED));
    }

    /** The refusal, with what is needed to resolve it. */
    private ProblemException outdated(
            Result.Refused<?> refused, String id, AmendmentId amendment, Actor actor) {
        Problem bare = RefusalProblems.of(refused.refusals());
        return contributions
                .read(ContributionJson.id(id), actor)
                .map(ReadContributions.Reading::contribution)
                .flatMap(
                        contribution ->
                                contribution
                                        .amendment(amendment)
                                        .map(found -> outdated(bare, contribution, found)))
                .orElse(bare)
                .exception();
    }

    private static Problem outdated(Problem bare, Contribution contribution, Amendment amendment) {
        Problem problem =
                Problem.of(HttpStatus.CONFLICT, OUTDATED, contribution.text().version())
                        .withViolations(bare.violations());
        return ThreeWayJson.of(contribution, amendment).in(problem);
    }
}
