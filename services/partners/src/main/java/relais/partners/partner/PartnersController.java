package relais.partners.partner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.http.Callers;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.partners.partner.PartnerCommand.Register;
import relais.partners.partner.PartnerCommand.Registration;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import relais.web.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** Registers partners and shows them. */
@RestController
@RequestMapping("/partners")
@Tag(name = "partners")
record PartnersController(
        ChangeAggregate<Partner, PartnerCommand, PartnerEvent> change,
        PartnerQueries partners,
        PartnerFilters filters,
        PartnerAnswers answers,
        IdempotencyKeys keys,
        JsonMapper json) {

    @Operation(
            summary = "Register an organisation as a partner (committee, operators)",
            description =
                    "Two partners may share a SIREN if each gives its own SIRET; the same SIRET, or"
                            + " the same SIREN without a SIRET, is the same organisation.")
    @PostMapping
    ResponseEntity<PartnerJson> register(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody Registration body,
            Caller caller) {
        Actor actor = Callers.actor(caller);
        PartnerProblems.throwIfAny(PartnerRights.mayRegister(actor, body.occurredAt()));
        byte[] canonical = json.writeValueAsBytes(body);
        String id = keys.reserve("partner", key, caller.actor(), canonical, () -> id(body)).id();
        Register command = new Register(id, request(caller, key, canonical), body);
        return answers.created(change.create(id, command, command.by(actor)), actor);
    }

    @Operation(summary = "List partners, by id", description = "Persons are never listed.")
    @GetMapping
    Page<PartnerJson> list(
            @Parameter(description = "as in a registration, such as COMMUNE")
                    @RequestParam(required = false)
                    @Nullable String kind,
            @Parameter(
                            description =
                                    "scheme:code; partners of this territory and of those inside it")
                    @RequestParam(required = false)
                    @Nullable String territory,
            @Parameter(
                            description =
                                    "beginnings of words of the name, without regard to case and accents")
                    @RequestParam(required = false)
                    @Nullable String q,
            @Parameter(description = "true: signed the charter; false: has not")
                    @RequestParam(required = false)
                    @Nullable String signatory,
            @Parameter(description = "true: one of the committee's signatories; false: is not")
                    @RequestParam(required = false)
                    @Nullable String committee,
            @Parameter(description = "nextCursor of the page before")
                    @RequestParam(required = false)
                    @Nullable String cursor,
            @Parameter(description = "1 to 100; 20 if absent") @RequestParam(required = false)
                    @Nullable String limit) {
        int size = Limits.limit(limit);
        String after = cursor == null ? null : after(cursor);
        // One more than asked for tells whether there is a next page.
        List<Partner> found =
                partners.list(
                        filters.of(kind, territory, q, signatory, committee), after, size + 1);
        return Page.of(found, size, last -> Cursors.encode(last.id().value()))
                .map(PartnerJson::listed);
    }

    @Operation(
            summary = "Show a partner",
            description = "Persons are for itself, the committee and operators.")
    @GetMapping("/{id}")
    ResponseEntity<PartnerJson> show(@PathVariable String id, Optional<Caller> caller) {
        Partner partner = partners.find(id).orElseThrow(() -> Problem.notFound(id).exception());
        return answers.found(partner, caller);
    }

    /**
     * Tells a request from every other one, and recognises its repetition; without a key no two are
     * the same.
     */
    private static String request(Caller caller, @Nullable String key, byte[] canonicalBody) {
        return key == null
                ? UUID.randomUUID().toString()
                : Sha256.hex((caller.actor() + "|" + key + "|").getBytes(UTF_8), canonicalBody);
    }

    private static String id(Registration body) {
        String wanted = body.id();
        return wanted == null || wanted.isBlank() ? "p-" + UUID.randomUUID() : wanted;
    }

    private static String after(String cursor) {
        String id = Cursors.decode(cursor, 1).getFirst();
        if (PartnerId.parse(id).isEmpty()) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return id;
    }
}
