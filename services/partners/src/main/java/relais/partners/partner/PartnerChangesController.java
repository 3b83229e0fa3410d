package relais.partners.partner;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.http.Callers;
import relais.aggregates.partner.Actor;
import relais.partners.partner.PartnerCommand.AdmitToCommittee;
import relais.partners.partner.PartnerCommand.GrantMandate;
import relais.partners.partner.PartnerCommand.LeaveCommittee;
import relais.partners.partner.PartnerCommand.Reinstate;
import relais.partners.partner.PartnerCommand.Rename;
import relais.partners.partner.PartnerCommand.SignCharter;
import relais.partners.partner.PartnerCommand.Suspend;
import relais.web.ConditionalCall;

/** Changes a partner; every call takes the version it has seen as {@code If-Match}. */
@RestController
@RequestMapping("/partners/{id}")
@Tag(name = "partners")
record PartnerChangesController(
        ChangeAggregate<Partner, PartnerCommand, PartnerEvent> change,
        Mandates mandates,
        PartnerAnswers answers) {

    private static final SignCharter SIGNATURE = new SignCharter(null, null);
    private static final AdmitToCommittee ADMISSION = new AdmitToCommittee(null);
    private static final LeaveCommittee DEPARTURE = new LeaveCommittee(null, null);
    private static final Reinstate REINSTATEMENT = new Reinstate(null, null);

    @Operation(summary = "Give a partner another name (itself, committee, operators)")
    @PutMapping("/name")
    ResponseEntity<PartnerJson> rename(
            @PathVariable String id, @RequestBody Rename body, ConditionalCall call) {
        return changed(id, body, call);
    }

    @Operation(summary = "Sign the charter (the partner itself; operators, from archives)")
    @PostMapping("/signature")
    ResponseEntity<PartnerJson> sign(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable SignCharter body,
            ConditionalCall call) {
        return changed(id, requireNonNullElse(body, SIGNATURE), call);
    }

    @Operation(
            summary = "Count a partner among the committee's signatories (committee, operators)",
            description =
                    "They alone take positions on the committee's texts, and make up its quorum."
                            + " A partner signs the charter first.")
    @PostMapping("/admission")
    ResponseEntity<PartnerJson> admit(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable AdmitToCommittee body,
            ConditionalCall call) {
        return changed(id, requireNonNullElse(body, ADMISSION), call);
    }

    @Operation(
            summary = "Count it among them no more (committee, operators)",
            description = "Its signature of the charter stands, and so do the positions it took.")
    @PostMapping("/departure")
    ResponseEntity<PartnerJson> leave(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable LeaveCommittee body,
            ConditionalCall call) {
        return changed(id, requireNonNullElse(body, DEPARTURE), call);
    }

    @Operation(summary = "Suspend a partner (committee, operators)")
    @PostMapping("/suspension")
    ResponseEntity<PartnerJson> suspend(
            @PathVariable String id, @RequestBody Suspend body, ConditionalCall call) {
        return changed(id, body, call);
    }

    @Operation(summary = "Let a suspended partner act again (committee, operators)")
    @PostMapping("/reinstatement")
    ResponseEntity<PartnerJson> reinstate(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Reinstate body,
            ConditionalCall call) {
        return changed(id, requireNonNullElse(body, REINSTATEMENT), call);
    }

    @Operation(summary = "Let a person act for a partner (the partner itself, operators)")
    @PostMapping("/mandates")
    ResponseEntity<PartnerJson> grant(
            @PathVariable String id, @RequestBody GrantMandate body, ConditionalCall call) {
        Actor actor = Callers.actor(call.caller());
        return answers.changed(mandates.grant(id, call.version(), body, actor), actor);
    }

    private ResponseEntity<PartnerJson> changed(
            String id, PartnerCommand.Change command, ConditionalCall call) {
        Actor actor = Callers.actor(call.caller());
        return answers.changed(
                change.change(id, call.version(), command, command.by(actor)), actor);
    }
}
