package relais.experiences.experience;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.Request;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Reservation;

/** Submits a card that is typed at once. */
@RestController
@Tag(name = "submission")
class SubmissionsController {

    private final SubmitExperience submitExperience;
    private final Creations creations;

    SubmissionsController(SubmitExperience submitExperience, Creations creations) {
        this.submitExperience = submitExperience;
        this.creations = creations;
    }

    @Operation(
            summary = "Submit an experience for review",
            description =
                    "Draft and submission in one. The territory is the partner's own or one inside"
                            + " it; a partner that does not have the competence for the level names"
                            + " a competentPartner that has.")
    @ApiResponse(
            responseCode = "201",
            description = "Submitted, now or by the same request before",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The partner or mandate may not act")
    @ApiResponse(
            responseCode = "422",
            description = "A rule refuses it, or the key was used before")
    @PostMapping("/experiences")
    ResponseEntity<ChangeAnswer> submit(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProposedCard body,
            Caller caller) {
        Reservation reserved = creations.reserve("experience", "x-", key, caller, body);
        return Answers.created(
                "/experiences",
                submitExperience.submit(
                        new ExperienceCommand.Submit(new ExperienceId(reserved.id()), body, null),
                        Request.now(Callers.actor(caller))),
                ChangeAnswer::of);
    }
}
