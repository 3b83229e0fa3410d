package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.experiences.adapter.http.ChangeRequests.AdoptionRequest;
import relais.experiences.adapter.http.ChangeRequests.EndRequest;
import relais.experiences.adapter.http.ChangeRequests.ReportRequest;
import relais.experiences.application.ChangeExperience;
import relais.experiences.application.Request;
import relais.experiences.application.Result;
import relais.experiences.domain.Actor;
import relais.experiences.domain.AdoptionId;
import relais.experiences.domain.ExperienceCommand;
import relais.experiences.domain.ExperienceId;
import relais.web.Caller;
import relais.web.IdempotencyKeys;
import relais.web.Problem;
import relais.web.Reservation;
import relais.web.Versions;

/** Other partners take an experience over, and say what came of it. */
@RestController
@RequestMapping("/experiences/{id}/adoptions")
@Tag(name = "adoptions", description = "Each takes If-Match and answers with the new version.")
class AdoptionsController {

    private static final String IF_MATCH = "If-Match";
    private static final AdoptionRequest NOTHING_SAID = new AdoptionRequest(null, null);

    private final ChangeExperience changeExperience;
    private final Creations creations;

    AdoptionsController(ChangeExperience changeExperience, Creations creations) {
        this.changeExperience = changeExperience;
        this.creations = creations;
    }

    @Operation(
            summary = "Adopt another partner's experience in one's own territory",
            description = "A partner adopts again only after it ended its last adoption.")
    @ApiResponse(
            responseCode = "201",
            description = "Adopted, now or by the same request before",
            useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<ChangeAnswer> adopt(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable AdoptionRequest body,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        ExperienceId experience = experience(id);
        Actor actor = Callers.actor(caller);
        AdoptionRequest said = body == null ? NOTHING_SAID : body;
        Reservation reserved =
                creations.reserve("adoption-of-" + experience, "a-", key, caller, said);
        AdoptionId adoption = new AdoptionId(reserved.id());
        Optional<Result> before =
                reserved.first()
                        ? Optional.empty()
                        : changeExperience.adoptedBefore(experience, adoption, actor);
        return Answers.adopted(
                before.orElseGet(
                        () ->
                                changeExperience.change(
                                        experience,
                                        version,
                                        new ExperienceCommand.Adopt(
                                                adoption, said.plan(), said.adoptedOn()),
                                        Request.now(actor))),
                adoption.value());
    }

    @Operation(summary = "Report what came of one's adoption")
    @PutMapping("/{adoption}")
    ResponseEntity<ChangeAnswer> report(
            @PathVariable String id,
            @PathVariable String adoption,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ReportRequest body,
            Caller caller) {
        return change(
                id,
                adoption,
                ifMatch,
                new ExperienceCommand.ReportAdoption(
                        adoption(adoption),
                        body.results() == null ? null : body.results().proposed(),
                        body.note(),
                        body.reportedOn()),
                caller);
    }

    @Operation(summary = "End one's adoption")
    @PostMapping("/{adoption}/end")
    ResponseEntity<ChangeAnswer> end(
            @PathVariable String id,
            @PathVariable String adoption,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable EndRequest body,
            Caller caller) {
        return change(
                id,
                adoption,
                ifMatch,
                new ExperienceCommand.EndAdoption(
                        adoption(adoption),
                        body == null ? null : body.reason(),
                        body == null ? null : body.endedOn()),
                caller);
    }

    private ResponseEntity<ChangeAnswer> change(
            String id,
            String adoption,
            @Nullable String ifMatch,
            ExperienceCommand command,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        return Answers.changed(
                changeExperience.change(
                        experience(id), version, command, Request.now(Callers.actor(caller))),
                adoption);
    }

    private static ExperienceId experience(String id) {
        return ExperienceId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }

    private static AdoptionId adoption(String id) {
        return AdoptionId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }
}
