package relais.experiences.experience;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Stored;
import relais.aggregates.http.Answers;
import relais.web.ConditionalCall;
import relais.web.Versions;

/** Everything that changes an experience after its submission, except adoptions. */
@RestController
@RequestMapping("/experiences/{id}")
@Tag(name = "changes", description = "Each takes If-Match and answers with the new version.")
record ChangesController(
        ChangeAggregate<Experience, ExperienceCommand, ExperienceEvent> experiences,
        FileRemoval files) {

    @Operation(summary = "Return it to its partner, with a reason (reviewers)")
    @PostMapping("/return")
    ResponseEntity<ChangeAnswer> giveBack(
            @PathVariable String id,
            @RequestBody ExperienceCommand.Return body,
            ConditionalCall call) {
        return change(id, body, call);
    }

    @Operation(summary = "Submit it again after it was returned or taken back (owner)")
    @PostMapping("/resubmission")
    ResponseEntity<ChangeAnswer> resubmit(
            @PathVariable String id,
            @RequestBody ExperienceCommand.Resubmit body,
            ConditionalCall call) {
        return change(id, body, call);
    }

    @Operation(
            summary = "Take it back while it is submitted or returned (owner)",
            description = "Nobody reviews it until it is submitted again.")
    @PostMapping("/retraction")
    ResponseEntity<ChangeAnswer> takeBack(
            @PathVariable String id,
            @RequestBody(required = false) ExperienceCommand.@Nullable TakeBack body,
            ConditionalCall call) {
        return change(id, requireNonNullElse(body, new ExperienceCommand.TakeBack(null)), call);
    }

    @Operation(summary = "Publish it (reviewers)")
    @PostMapping("/publication")
    ResponseEntity<ChangeAnswer> publish(
            @PathVariable String id,
            @RequestBody(required = false) ExperienceCommand.@Nullable Publish body,
            ConditionalCall call) {
        return change(id, requireNonNullElse(body, new ExperienceCommand.Publish(null)), call);
    }

    @Operation(
            summary = "Revise it (owner)",
            description = "The whole card: what the body leaves out is no longer there.")
    @PutMapping
    ResponseEntity<ChangeAnswer> revise(
            @PathVariable String id,
            @RequestBody ExperienceCommand.Revise body,
            ConditionalCall call) {
        return change(id, body, call);
    }

    @Operation(summary = "Confirm that it still runs (owner)")
    @PostMapping("/confirmation")
    ResponseEntity<ChangeAnswer> confirm(
            @PathVariable String id,
            @RequestBody(required = false) ExperienceCommand.@Nullable Confirm body,
            ConditionalCall call) {
        return change(id, requireNonNullElse(body, new ExperienceCommand.Confirm(null)), call);
    }

    @Operation(
            summary = "Withdraw it, with a reason (owner)",
            description =
                    "What is left is who withdrew it, when and why. Its text, of all versions, is"
                            + " for its owner, the committee and operators from then on.")
    @PostMapping("/withdrawal")
    ResponseEntity<ChangeAnswer> withdraw(
            @PathVariable String id,
            @RequestBody ExperienceCommand.Withdraw body,
            ConditionalCall call) {
        return hide(id, body, call);
    }

    @Operation(summary = "Hide its text, with a reason (committee)")
    @PostMapping("/moderation")
    ResponseEntity<ChangeAnswer> moderate(
            @PathVariable String id,
            @RequestBody ExperienceCommand.Moderate body,
            ConditionalCall call) {
        return hide(id, body, call);
    }

    @Operation(summary = "Endorse another partner's experience, once")
    @PostMapping("/endorsements")
    ResponseEntity<ChangeAnswer> endorse(
            @PathVariable String id,
            @RequestBody(required = false) ExperienceCommand.@Nullable Endorse body,
            ConditionalCall call) {
        return change(id, requireNonNullElse(body, new ExperienceCommand.Endorse(null)), call);
    }

    @Operation(summary = "Retract one's endorsement")
    @DeleteMapping("/endorsements")
    ResponseEntity<ChangeAnswer> retractEndorsement(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            ConditionalCall call) {
        return change(id, new ExperienceCommand.RetractEndorsement(reason), call);
    }

    @Operation(summary = "Put it forward (committee)")
    @PostMapping("/highlight")
    ResponseEntity<ChangeAnswer> highlight(
            @PathVariable String id,
            @RequestBody(required = false) ExperienceCommand.@Nullable Highlight body,
            ConditionalCall call) {
        return change(
                id, requireNonNullElse(body, new ExperienceCommand.Highlight(null, null)), call);
    }

    @Operation(
            summary = "Take the highlight back (committee)",
            description =
                    "It is put forward no longer from this version on, whatever its last day was to"
                            + " be.")
    @DeleteMapping("/highlight")
    ResponseEntity<ChangeAnswer> retractHighlight(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            ConditionalCall call) {
        return change(id, new ExperienceCommand.RetractHighlight(reason), call);
    }

    /** What hides the text takes the bytes of its files away, too. */
    private ResponseEntity<ChangeAnswer> hide(
            String id, ExperienceCommand command, ConditionalCall call) {
        Stored<Experience> hidden = Answers.done(Answers.result(experiences, id, command, call));
        files.removeUnused(hidden.state().files().toList());
        return ResponseEntity.ok()
                .eTag(Versions.etag(hidden.version()))
                .body(ChangeAnswer.of(hidden));
    }

    private ResponseEntity<ChangeAnswer> change(
            String id, ExperienceCommand command, ConditionalCall call) {
        return Answers.changed(experiences, id, command, call, ChangeAnswer::of);
    }
}
