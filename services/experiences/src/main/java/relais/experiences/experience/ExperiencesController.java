package relais.experiences.experience;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.DecisionContext;
import relais.aggregates.Request;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.InstantCursors;
import relais.aggregates.http.QueryChoices;
import relais.aggregates.http.RefusalProblems;
import relais.aggregates.partner.Actor;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Reservation;
import relais.web.Versions;

/**
 * Takes cards, and shows experiences to those who work on them, and what was published to everyone.
 */
@RestController
@RequestMapping("/experiences")
@Tag(name = "experiences")
record ExperiencesController(
        ReadExperiences experiences,
        SubmitExperience submitExperience,
        Creations creations,
        Clock clock) {

    @Operation(
            summary = "One's own experiences, or those to review",
            description =
                    "The committee and académies see what waits for review in their territory, its"
                            + " members what another of them posted"
                            + " (status SUBMITTED unless another is asked for), the others what"
                            + " their partner submitted; oldest first. Everyone else reads the"
                            + " feed.")
    @GetMapping
    Page<ExperienceJson> list(
            @Parameter(schema = @Schema(allowableValues = {"own", "review"}))
                    @RequestParam(required = false)
                    @Nullable String scope,
            @Parameter(schema = @Schema(implementation = Status.class))
                    @RequestParam(required = false)
                    @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        Actor reader = Callers.actor(caller);
        int size = Limits.limit(limit);
        RefusalProblems.throwIfAny(experiences.refusals(reader));
        Experiences.Selection selection =
                experiences
                        .selection(
                                reader,
                                scope(scope, reader),
                                QueryChoices.code("status", status, Status.class))
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                HttpStatus.FORBIDDEN,
                                                scope == null || scope.equals("own")
                                                        ? "partner-required"
                                                        : "forbidden"));
        List<ReadExperiences.Reading> found =
                experiences.list(
                        reader,
                        selection,
                        InstantCursors.decode(cursor, Experiences.Position::new),
                        size + 1);
        LocalDate today = today();
        return Page.of(
                        found,
                        size,
                        last ->
                                InstantCursors.encode(
                                        last.stored().state().submittedAt(), last.stored().id()))
                .map(each -> ExperienceJson.listed(each, today));
    }

    @Operation(
            summary = "Submit an experience for review",
            tags = "submission",
            description =
                    "Draft and submission in one. The territory is the partner's own or one inside"
                            + " it; a partner that does not have the competence for the level names"
                            + " a competentPartner that has.")
    @ApiResponse(
            responseCode = "201",
            description = "Submitted, now or by the same request before",
            useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<ChangeAnswer> submit(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProposedCard body,
            Caller caller) {
        Reservation reserved = creations.reserve("experience", "x-", key, caller, body);
        var submit = new ExperienceCommand.Submit(new ExperienceId(reserved.id()), body, null);
        Request request = Request.now(Callers.actor(caller));
        return Answers.created(
                "/experiences",
                reserved.first()
                        ? submitExperience.submitNew(submit, request)
                        : submitExperience.submit(submit, request),
                ChangeAnswer::of);
    }

    @Operation(
            summary = "One experience",
            description =
                    "For everyone once it was published; before that for its owner and its"
                            + " reviewers, who are told what it was when they last sent it back."
                            + " Withdrawn or moderated, its text is gone for the others. The"
                            + " contact is for its owner and the committee, and for partners if its"
                            + " owner wants that.")
    @GetMapping("/{id}")
    ResponseEntity<ExperienceJson> read(@PathVariable String id, Optional<Caller> caller) {
        return ExperienceId.parse(id)
                .flatMap(known -> experiences.read(known, Callers.actor(caller)))
                .map(
                        reading ->
                                ResponseEntity.ok()
                                        .eTag(Versions.etag(reading.stored().version()))
                                        .body(ExperienceJson.of(reading, today())))
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    @Operation(
            summary = "Forget the contact of one's experience",
            description = "Nothing of it is left: it never was in an event.")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    @DeleteMapping("/{id}/contact")
    ResponseEntity<Void> eraseContact(@PathVariable String id, Caller caller) {
        boolean erased =
                ExperienceId.parse(id)
                        .filter(known -> experiences.eraseContact(known, Callers.actor(caller)))
                        .isPresent();
        if (!erased) {
            throw Problem.notFound(id).exception();
        }
        return ResponseEntity.noContent().build();
    }

    private LocalDate today() {
        return DecisionContext.dayOf(clock.instant());
    }

    private ReadExperiences.Scope scope(@Nullable String scope, Actor reader) {
        return switch (scope) {
            case null -> experiences.usualScope(reader);
            case "own" -> ReadExperiences.Scope.OWN;
            case "review" -> ReadExperiences.Scope.REVIEW;
            default -> throw Problem.invalid("scope", "one-of", "own, review").exception();
        };
    }
}
