package relais.partners.adapter.http;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import relais.partners.application.CommitteeSignatories;
import relais.partners.application.GrantMandate;
import relais.partners.application.Occasion;
import relais.partners.application.ReinstatePartner;
import relais.partners.application.RenamePartner;
import relais.partners.application.SignCharter;
import relais.partners.application.SuspendPartner;
import relais.partners.application.Target;
import relais.web.Caller;
import relais.web.Versions;

/** Changes a partner; every call takes the version it has seen as {@code If-Match}. */
@RestController
@RequestMapping("/partners/{id}")
@Tag(name = "partners")
@ApiResponse(responseCode = "200", description = "Done: the partner and its new version as ETag")
@ApiResponse(responseCode = "400", description = "A field is missing or malformed")
@ApiResponse(responseCode = "403", description = "Not a right of this caller")
@ApiResponse(responseCode = "404", description = "No such partner")
@ApiResponse(responseCode = "409", description = "The partner's state does not allow it")
@ApiResponse(responseCode = "412", description = "Somebody changed the partner first")
@ApiResponse(responseCode = "422", description = "A rule refuses it")
@ApiResponse(responseCode = "428", description = "If-Match is missing")
class PartnerChangesController {
    private final RenamePartner renamePartner;
    private final SignCharter signCharter;
    private final CommitteeSignatories committee;
    private final SuspendPartner suspendPartner;
    private final ReinstatePartner reinstatePartner;
    private final GrantMandate grantMandate;
    private final PartnerAnswers answers;

    PartnerChangesController(
            RenamePartner renamePartner,
            SignCharter signCharter,
            CommitteeSignatories committee,
            SuspendPartner suspendPartner,
            ReinstatePartner reinstatePartner,
            GrantMandate grantMandate,
            PartnerAnswers answers) {
        this.renamePartner = renamePartner;
        this.signCharter = signCharter;
        this.committee = committee;
        this.suspendPartner = suspendPartner;
        this.reinstatePartner = reinstatePartner;
        this.grantMandate = grantMandate;
        this.answers = answers;
    }

    @Operation(summary = "Give a partner another name (itself, committee, operators)")
    @PutMapping("/name")
    ResponseEntity<PartnerJson> rename(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody NameJson body,
            Caller caller) {
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(
                renamePartner.rename(target(id, ifMatch), body.name(), body.reason(), occasion),
                occasion.actor());
    }

    @Operation(summary = "Sign the charter (the partner itself; operators, from archives)")
    @PostMapping("/signature")
    ResponseEntity<PartnerJson> sign(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable SignatureJson given,
            Caller caller) {
        SignatureJson body = requireNonNullElse(given, SignatureJson.NONE);
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(
                signCharter.sign(target(id, ifMatch), body.signedOn(), occasion), occasion.actor());
    }

    @Operation(
            summary = "Count a partner among the committee's signatories (committee, operators)",
            description =
                    "They alone take positions on the committee's texts, and make up its quorum."
                            + " A partner signs the charter first.")
    @PostMapping("/admission")
    ResponseEntity<PartnerJson> admit(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable AdmissionJson given,
            Caller caller) {
        AdmissionJson body = requireNonNullElse(given, AdmissionJson.NONE);
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(committee.admit(target(id, ifMatch), occasion), occasion.actor());
    }

    @Operation(
            summary = "Count it among them no more (committee, operators)",
            description = "Its signature of the charter stands, and so do the positions it took.")
    @PostMapping("/departure")
    ResponseEntity<PartnerJson> leave(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable DepartureJson given,
            Caller caller) {
        DepartureJson body = requireNonNullElse(given, DepartureJson.NONE);
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(
                committee.leave(target(id, ifMatch), body.reason(), occasion), occasion.actor());
    }

    @Operation(summary = "Suspend a partner (committee, operators)")
    @PostMapping("/suspension")
    ResponseEntity<PartnerJson> suspend(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody SuspensionJson body,
            Caller caller) {
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(
                suspendPartner.suspend(target(id, ifMatch), body.reason(), occasion),
                occasion.actor());
    }

    @Operation(summary = "Let a suspended partner act again (committee, operators)")
    @PostMapping("/reinstatement")
    ResponseEntity<PartnerJson> reinstate(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ReinstatementJson given,
            Caller caller) {
        ReinstatementJson body = requireNonNullElse(given, ReinstatementJson.NONE);
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(
                reinstatePartner.reinstate(target(id, ifMatch), body.reason(), occasion),
                occasion.actor());
    }

    @Operation(summary = "Let a person act for a partner (the partner itself, operators)")
    @PostMapping("/mandates")
    ResponseEntity<PartnerJson> grant(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @RequestBody MandateJson body,
            Caller caller) {
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        return answers.changed(
                grantMandate.grant(target(id, ifMatch), body.request(), occasion),
                occasion.actor());
    }

    private static Target target(String id, @Nullable String ifMatch) {
        return new Target(id, Versions.requireIfMatch(ifMatch));
    }
}
