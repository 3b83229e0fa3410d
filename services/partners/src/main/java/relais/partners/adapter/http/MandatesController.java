package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import relais.partners.application.EndMandate;
import relais.partners.application.ErasePerson;
import relais.partners.application.NamePerson;
import relais.partners.application.Occasion;
import relais.partners.domain.Refused;
import relais.web.Caller;
import relais.web.Versions;

/** Ends mandates; keeps and erases who holds them. */
@RestController
@RequestMapping("/mandates/{id}")
@Tag(name = "mandates")
@ApiResponse(responseCode = "400", description = "A field or parameter is missing or malformed")
@ApiResponse(responseCode = "403", description = "Not a right of this caller")
@ApiResponse(responseCode = "404", description = "No such mandate")
class MandatesController {
    private final EndMandate endMandate;
    private final NamePerson namePerson;
    private final ErasePerson erasePerson;
    private final PartnerAnswers answers;

    MandatesController(
            EndMandate endMandate,
            NamePerson namePerson,
            ErasePerson erasePerson,
            PartnerAnswers answers) {
        this.endMandate = endMandate;
        this.namePerson = namePerson;
        this.erasePerson = erasePerson;
        this.answers = answers;
    }

    @Operation(
            summary = "End a mandate (its partner, operators)",
            description = "If-Match is the version of the partner that granted it.")
    @ApiResponse(responseCode = "200", description = "Done: the partner and its new version")
    @ApiResponse(responseCode = "409", description = "It has ended already")
    @ApiResponse(responseCode = "412", description = "Somebody changed the partner first")
    @ApiResponse(responseCode = "422", description = "A rule refuses it")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    @DeleteMapping
    ResponseEntity<PartnerJson> end(
            @PathVariable String id,
            @Parameter(required = true, description = "the partner's version, as its ETag says it")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            @Parameter(description = "first day without it, in Paris, or now; today if absent")
                    @RequestParam(required = false)
                    @Nullable LocalDate endedOn,
            @RequestParam(required = false) @Nullable String reason,
            @Parameter(description = "archives, operators only: when it happened")
                    @RequestParam(required = false)
                    @Nullable Instant occurredAt,
            Caller caller) {
        Occasion occasion = Callers.occasion(caller, occurredAt);
        return answers.changed(
                endMandate.end(id, Versions.requireIfMatch(ifMatch), endedOn, reason, occasion),
                occasion.actor());
    }

    @Operation(
            summary = "Say or correct who holds a mandate (its partner, operators)",
            description = "No event and no version comes of it: persons are not published.")
    @ApiResponse(responseCode = "204", description = "Kept")
    @PutMapping("/person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void name(@PathVariable String id, @RequestBody PersonJson body, Caller caller) {
        refuse(namePerson.name(id, body.input(), Callers.actor(caller)));
    }

    @Operation(
            summary = "Erase who holds a mandate (its partner, operators)",
            description = "What the mandate did stays in the log, without a person.")
    @ApiResponse(responseCode = "204", description = "Nobody is known under this mandate any more")
    @DeleteMapping("/person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(@PathVariable String id, Caller caller) {
        refuse(erasePerson.erase(id, Callers.actor(caller)));
    }

    private static void refuse(List<Refused> refused) {
        if (!refused.isEmpty()) {
            throw RefusalProblems.of(refused).exception();
        }
    }
}
