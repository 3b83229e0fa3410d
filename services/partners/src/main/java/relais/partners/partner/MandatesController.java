package relais.partners.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.http.Callers;
import relais.aggregates.partner.Actor;
import relais.web.Caller;
import relais.web.ConditionalCall;

/** Ends mandates; keeps and erases who holds them. */
@RestController
@RequestMapping("/mandates/{id}")
@Tag(name = "mandates")
record MandatesController(Mandates mandates, PartnerAnswers answers) {

    @Operation(
            summary = "End a mandate (its partner, operators)",
            description = "If-Match is the version of the partner that granted it.")
    @DeleteMapping
    ResponseEntity<PartnerJson> end(
            @PathVariable String id,
            ConditionalCall call,
            @Parameter(description = "first day without it, in Paris, or now; today if absent")
                    @RequestParam(required = false)
                    @Nullable LocalDate endedOn,
            @RequestParam(required = false) @Nullable String reason,
            @Parameter(description = PartnerCommand.OCCURRED_AT) @RequestParam(required = false)
                    @Nullable Instant occurredAt) {
        Actor actor = Callers.actor(call.caller());
        return answers.changed(
                mandates.end(id, call.version(), endedOn, reason, occurredAt, actor), actor);
    }

    @Operation(
            summary = "Say or correct who holds a mandate (its partner, operators)",
            description = "No event and no version comes of it: persons are not published.")
    @PutMapping("/person")
    ResponseEntity<Void> name(@PathVariable String id, @RequestBody Person body, Caller caller) {
        PartnerProblems.throwIfAny(mandates.name(id, body, Callers.actor(caller)));
        return ResponseEntity.noContent().build();
    }

    @Operation(
            summary = "Erase who holds a mandate (its partner, operators)",
            description =
                    "What the mandate did stays in the log, without a person. An event says that"
                            + " nobody is known under it any more, so that the others forget them,"
                            + " too.")
    @DeleteMapping("/person")
    ResponseEntity<Void> erase(@PathVariable String id, Caller caller) {
        PartnerProblems.throwIfAny(mandates.erase(id, Callers.actor(caller)));
        return ResponseEntity.noContent().build();
    }
}
