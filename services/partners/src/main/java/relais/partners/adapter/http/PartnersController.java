package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
import relais.partners.application.Occasion;
import relais.partners.application.Partners;
import relais.partners.application.RegisterPartner;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;
import relais.web.Caller;
import relais.web.Cursors;
import relais.web.IdempotencyKeys;
import relais.web.Limits;
import relais.web.Page;
import relais.web.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Registers partners and shows them. */
@RestController
@RequestMapping("/partners")
@Tag(name = "partners")
class PartnersController {
    private final RegisterPartner registerPartner;
    private final Partners partners;
    private final PartnerFilters filters;
    private final PartnerAnswers answers;
    private final IdempotencyKeys keys;
    private final JsonMapper json;

    PartnersController(
            RegisterPartner registerPartner,
            Partners partners,
            PartnerFilters filters,
            PartnerAnswers answers,
            IdempotencyKeys keys,
            JsonMapper json) {
        this.registerPartner = registerPartner;
        this.partners = partners;
        this.filters = filters;
        this.answers = answers;
        this.keys = keys;
        this.json = json;
    }

    @Operation(
            summary = "Register an organisation as a partner (committee, operators)",
            description =
                    "Two partners may share a SIREN if each gives its own SIRET; the same SIRET, or"
                            + " the same SIREN without a SIRET, is the same organisation.")
    @ApiResponse(
            responseCode = "201",
            description = "Registered, now or by the same request before")
    @ApiResponse(responseCode = "400", description = "A field is missing or malformed")
    @ApiResponse(responseCode = "403", description = "Not a right of this caller")
    @ApiResponse(responseCode = "409", description = "The id or the organisation is registered")
    @ApiResponse(
            responseCode = "422",
            description = "A rule refuses it, or the key was used before")
    @PostMapping
    ResponseEntity<PartnerJson> register(
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody RegistrationJson body,
            Caller caller) {
        Occasion occasion = Callers.occasion(caller, body.occurredAt());
        registerPartner
                .refusal(occasion)
                .ifPresent(
                        refused -> {
                            throw RefusalProblems.of(List.of(refused)).exception();
                        });
        byte[] canonical = json.writeValueAsBytes(body);
        String id = keys.reserve("partner", key, caller.actor(), canonical, () -> id(body)).id();
        String request = RequestKeys.of(caller.actor(), key, canonical);
        return answers.created(
                registerPartner.register(id, body.request(), request, occasion), occasion.actor());
    }

    @Operation(summary = "List partners, by id")
    @ApiResponse(responseCode = "200", description = "A page; persons are never listed")
    @ApiResponse(responseCode = "400", description = "A filter, the cursor or the limit is wrong")
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
        PartnerId after = cursor == null ? null : after(cursor);
        // One more than asked for tells whether there is a next page.
        List<Partner> found =
                partners.list(
                        filters.of(kind, territory, q, signatory, committee), after, size + 1);
        List<Partner> page = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursors.encode(page.getLast().id().value()) : null;
        return new Page<>(page.stream().map(answers::listed).toList(), next);
    }

    @Operation(summary = "Show a partner")
    @ApiResponse(
            responseCode = "200",
            description =
                    "The partner, its version as ETag; persons for itself, the committee, operators")
    @ApiResponse(responseCode = "404", description = "No such partner")
    @GetMapping("/{id}")
    ResponseEntity<PartnerJson> show(@PathVariable String id, Optional<Caller> caller) {
        Partner partner =
                Optional.of(id)
                        .filter(PartnerId::accepts)
                        .map(PartnerId::new)
                        .flatMap(partners::find)
                        .orElseThrow(() -> Problem.notFound(id).exception());
        return answers.found(partner, caller.map(Callers::actor).orElse(null));
    }

    private static String id(RegistrationJson body) {
        String wanted = body.id();
        return wanted == null || wanted.isBlank() ? "p-" + UUID.randomUUID() : wanted;
    }

    private static PartnerId after(String cursor) {
        String id = Cursors.decode(cursor, 1).getFirst();
        if (!PartnerId.accepts(id)) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return new PartnerId(id);
    }
}
