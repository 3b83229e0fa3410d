package relais.experiences.experience;

import static org.springframework.http.HttpHeaders.IF_MATCH;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.web.Caller;
import relais.web.Versions;

/** Everything that changes an experience after its submission, except adoptions. */
@RestController
@RequestMapping("/experiences/{id}")
@Tag(name = "changes", description = "Each takes If-Match and answers with the new version.")
class ChangesController {

    private final ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change;

    ChangesController(ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> change) {
        this.change = change;
    }

    @Operation(summary = "Return it to its partner, with a reason (reviewers)")
    @PostMapping("/return")
    ResponseEntity<ChangeAnswer> giveBack(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExperienceCommand.Return body,
            Caller caller) {
        return change(id, ifMatch, body, caller);
    }

    @Operation(summary = "Submit it again after it was returned or taken back (owner)")
    @PostMapping("/resubmission")
    ResponseEntity<ChangeAnswer> resubmit(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExperienceCommand.Resubmit body,
            Caller caller) {
        return change(id, ifMatch, body, caller);
    }

    @Operation(
            summary = "Take it back while it is submitted or returned (owner)",
            description = "Nobody reviews it until it is submitted again.")
    @PostMapping("/retraction")
    ResponseEntity<ChangeAnswer> takeBack(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) ExperienceCommand.@Nullable TakeBack body,
            Caller caller) {
        return change(
                id, ifMatch, body == null ? new ExperienceCommand.TakeBack(null) : body, caller);
    }

    @Operation(summary = "Publish it (reviewers)")
    @PostMapping("/publication")
    ResponseEntity<ChangeAnswer> publish(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) ExperienceCommand.@Nullable Publish body,
            Caller caller) {
        return change(
                id, ifMatch, body == null ? new ExperienceCommand.Publish(null) : body, caller);
    }

    @Operation(
            summary = "Revise it (owner)",
            description = "The whole card: what the body leaves out is no longer there.")
    @PutMapping
    ResponseEntity<ChangeAnswer> revise(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExperienceCommand.Revise body,
            Caller caller) {
        return change(id, ifMatch, body, caller);
    }

    @Operation(summary = "Confirm that it still runs (owner)")
    @PostMapping("/confirmation")
    ResponseEntity<ChangeAnswer> confirm(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) ExperienceCommand.@Nullable Confirm body,
            Caller caller) {
        return change(
                id, ifMatch, body == null ? new ExperienceCommand.Confirm(null) : body, caller);
    }

    @Operation(
            summary = "Withdraw it, with a reason (owner)",
            description =
                    "What is left is who withdrew it, when and why. Its text, of all versions, is"
                            + " for its owner, the committee and operators from then on.")
    @PostMapping("/withdrawal")
    ResponseEntity<ChangeAnswer> withdraw(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExperienceCommand.Withdraw body,
            Caller caller) {
        return change(id, ifMatch, body, caller);
    }

    @Operation(summary = "Hide its text, with a reason (committee)")
    @PostMapping("/moderation")
    ResponseEntity<ChangeAnswer> moderate(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ExperienceCommand.Moderate body,
            Caller caller) {
        return change(id, ifMatch, body, caller);
    }

    @Operation(summary = "Endorse another partner's experience, once")
    @PostMapping("/endorsements")
    ResponseEntity<ChangeAnswer> endorse(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) ExperienceCommand.@Nullable Endorse body,
            Caller caller) {
        return change(
                id, ifMatch, body == null ? new ExperienceCommand.Endorse(null) : body, caller);
    }

    @Operation(summary = "Retract one's endorsement")
    @DeleteMapping("/endorsements")
    ResponseEntity<ChangeAnswer> retractEndorsement(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return change(id, ifMatch, new ExperienceCommand.RetractEndorsement(reason), caller);
    }

    @Operation(summary = "Put it forward (committee)")
    @PostMapping("/highlight")
    ResponseEntity<ChangeAnswer> highlight(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) ExperienceCommand.@Nullable Highlight body,
            Caller caller) {
        return change(
                id,
                ifMatch,
                body == null ? new ExperienceCommand.Highlight(null, null) : body,
                caller);
    }

    @Operation(
            summary = "Take the highlight back (committee)",
            description =
                    "It is put forward no longer from this version on, whatever its last day was to"
                            + " be.")
    @DeleteMapping("/highlight")
    ResponseEntity<ChangeAnswer> retractHighlight(
            @PathVariable String id,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String reason,
            Caller caller) {
        return change(id, ifMatch, new ExperienceCommand.RetractHighlight(reason), caller);
    }

    private ResponseEntity<ChangeAnswer> change(
            String id, @Nullable String ifMatch, ExperienceCommand command, Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        return Answers.changed(
                change.change(id, version, command, Request.now(Callers.actor(caller))),
                ChangeAnswer::of);
    }
}
