package relais.experiences.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import relais.experiences.application.Draft;
import relais.experiences.application.EditDrafts;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.ProblemException;
import relais.web.Reservation;
import relais.web.Versions;

/** Drafts, seen by the members of their partner only. */
@RestController
@RequestMapping("/drafts")
@Tag(name = "drafts")
class DraftsController {

    private final EditDrafts drafts;
    private final Creations creations;
    private final Members members;

    DraftsController(EditDrafts drafts, Creations creations, Members members) {
        this.drafts = drafts;
        this.creations = creations;
        this.members = members;
    }

    @Operation(
            summary = "Keep a draft",
            description = "Nothing is required yet, and no one else sees it.")
    @ApiResponse(
            responseCode = "201",
            description = "Kept, now or by the same request before",
            useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<DraftJson> create(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody CardRequest body,
            Caller caller) {
        Reservation reserved = creations.reserve("draft", "d-", key, caller, body);
        Draft draft = kept(drafts.create(reserved.id(), body.typed(), members.partnerOf(caller)));
        return ResponseEntity.created(URI.create("/drafts/" + draft.id()))
                .eTag(Versions.etag(draft.version()))
                .body(DraftJson.of(draft));
    }

    @Operation(summary = "The drafts of one's partner")
    @GetMapping
    Page<DraftJson> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            Caller caller) {
        int size = Limits.limit(limit);
        String after = cursor == null ? null : Cursors.decode(cursor, 1).getFirst();
        List<Draft> found = drafts.list(members.partnerOf(caller), after, size + 1);
        List<Draft> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().map(DraftJson::of).toList(),
                found.size() > size ? Cursors.encode(shown.getLast().id()) : null);
    }

    @Operation(summary = "One draft")
    @GetMapping("/{id}")
    ResponseEntity<DraftJson> read(@PathVariable String id, Caller caller) {
        return drafts.find(id, members.partnerOf(caller))
                .map(DraftsController::answer)
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    @Operation(summary = "Replace a draft")
    @ApiResponse(responseCode = "200", description = "Replaced", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "412", description = "It was edited since it was read")
    @PutMapping("/{id}")
    ResponseEntity<DraftJson> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CardRequest body,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        return answer(kept(drafts.edit(id, version, body.typed(), members.partnerOf(caller))));
    }

    @Operation(
            summary = "Say what the submission of a draft would refuse",
            description = "Nothing is submitted, and the draft stays as it is.")
    @ApiResponse(responseCode = "204", description = "It would be submitted")
    @ApiResponse(responseCode = "422", description = "A rule would refuse it")
    @PostMapping("/{id}/submission/rehearsal")
    ResponseEntity<Void> rehearse(@PathVariable String id, Caller caller) {
        kept(drafts.rehearse(id, Callers.actor(caller), members.partnerOf(caller)));
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Throw a draft away")
    @ApiResponse(responseCode = "204", description = "Gone")
    @ApiResponse(responseCode = "412", description = "It was edited since it was read")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        EditDrafts.Outcome outcome = drafts.delete(id, version, members.partnerOf(caller));
        if (outcome instanceof EditDrafts.Outcome.Deleted) {
            return ResponseEntity.noContent().build();
        }
        throw refusal(outcome);
    }

    private static ResponseEntity<DraftJson> answer(Draft draft) {
        return ResponseEntity.ok().eTag(Versions.etag(draft.version())).body(DraftJson.of(draft));
    }

    private static Draft kept(EditDrafts.Outcome outcome) {
        if (outcome instanceof EditDrafts.Outcome.Kept kept) {
            return kept.draft();
        }
        throw refusal(outcome);
    }

    private static ProblemException refusal(EditDrafts.Outcome outcome) {
        return switch (outcome) {
            case EditDrafts.Outcome.Refused refused ->
                    RefusalProblems.of(refused.refusals()).exception();
            case EditDrafts.Outcome.Stale stale ->
                    Versions.stale(stale.expected(), stale.current()).exception();
            case EditDrafts.Outcome.Missing missing -> Problem.notFound(missing.id()).exception();
            case EditDrafts.Outcome.Kept _, EditDrafts.Outcome.Deleted _ ->
                    throw new IllegalStateException("Not a refusal: " + outcome);
        };
    }
}
