package relais.experiences.draft;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.http.Creations;
import relais.aggregates.http.RefusalProblems;
import relais.aggregates.partner.PartnerId;
import relais.experiences.experience.ChangeAnswer;
import relais.experiences.experience.ProposedCard;
import relais.experiences.experience.ReadExperiences;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Reservation;
import relais.web.Role;
import relais.web.Versions;

/** Drafts, seen by the members of their partner only. */
@RestController
@RequestMapping("/drafts")
@Tag(name = "drafts")
record DraftsController(EditDrafts drafts, ReadExperiences experiences, Creations creations) {

    @Operation(
            summary = "Keep a draft",
            description = "Nothing is required yet, and no one else sees it.")
    @ApiResponse(
            responseCode = "201",
            description = "Kept, now or by the same request before",
            useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<Draft> create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ProposedCard body,
            Caller caller) {
        Reservation reserved = creations.reserve("draft", "d-", key, caller, body);
        return Answers.created(
                "/drafts",
                drafts.create(reserved.id(), body, partnerOf(caller)),
                stored -> stored.state().shown());
    }

    @Operation(summary = "The drafts of one's partner")
    @GetMapping
    Page<Draft> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        int size = Limits.limit(limit);
        String after = cursor == null ? null : Cursors.decode(cursor, 1).getFirst();
        List<Draft> found = drafts.list(partnerOf(caller), after, size + 1);
        return Page.of(found, size, last -> Cursors.encode(last.id())).map(Draft::shown);
    }

    @Operation(summary = "One draft")
    @GetMapping("/{id}")
    ResponseEntity<Draft> read(@PathVariable String id, Caller caller) {
        return drafts.find(id, partnerOf(caller))
                .map(
                        draft ->
                                ResponseEntity.ok()
                                        .eTag(Versions.etag(draft.version()))
                                        .body(draft.shown()))
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    @Operation(summary = "Replace a draft")
    @ApiResponse(responseCode = "200", description = "Replaced", useReturnTypeSchema = true)
    @PutMapping("/{id}")
    ResponseEntity<Draft> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ProposedCard body,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        return Answers.changed(
                drafts.edit(id, version, body, partnerOf(caller)),
                stored -> stored.state().shown());
    }

    @Operation(
            summary = "Submit a draft",
            description = "The draft is deleted; the experience x-… keeps the rest of its id.",
            tags = "submission")
    @ApiResponse(
            responseCode = "201",
            description = "Submitted, now or before",
            useReturnTypeSchema = true)
    @PostMapping("/{id}/submission")
    ResponseEntity<ChangeAnswer> submit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        PartnerId partner = partnerOf(caller);
        return Answers.created(
                "/experiences",
                drafts.submit(id, version, Callers.actor(caller), partner),
                ChangeAnswer::of);
    }

    @Operation(
            summary = "Say what the submission of a draft would refuse",
            description = "Nothing is submitted, and the draft stays as it is.")
    @ApiResponse(responseCode = "204", description = "It would be submitted")
    @PostMapping("/{id}/submission/rehearsal")
    ResponseEntity<Void> rehearse(@PathVariable String id, Caller caller) {
        Answers.done(drafts.rehearse(id, Callers.actor(caller), partnerOf(caller)));
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Throw a draft away")
    @ApiResponse(responseCode = "204", description = "Gone")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        Answers.done(drafts.delete(id, version, partnerOf(caller)));
        return ResponseEntity.noContent().build();
    }

    /**
     * Someone of a partner, with a mandate in force, sees its drafts.
     *
     * @throws ProblemException 403 saying why the caller does not
     */
    private PartnerId partnerOf(Caller caller) {
        caller.require(Role.PARTNER, Role.COMMITTEE);
        PartnerId partner =
                PartnerId.parse(caller.requirePartner())
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                HttpStatus.FORBIDDEN, "partner-required"));
        RefusalProblems.throwIfAny(experiences.refusals(Callers.actor(caller)));
        return partner;
    }
}
