package relais.partners.adapter.http;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import relais.partners.application.Actor;
import relais.partners.application.Outcome;
import relais.partners.application.Persons;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.Person;
import relais.web.Versions;

/** Answers with a partner and its version, or with the problem that stood in the way. */
@Component
final class PartnerAnswers {
    private final Persons persons;

    PartnerAnswers(Persons persons) {
        this.persons = persons;
    }

    ResponseEntity<PartnerJson> changed(Outcome outcome, Actor actor) {
        return answer(HttpStatus.OK, partner(outcome), actor);
    }

    /** The same answer to a repetition: its sender may never have seen the first. */
    ResponseEntity<PartnerJson> created(Outcome outcome, Actor actor) {
        return answer(HttpStatus.CREATED, partner(outcome), actor);
    }

    ResponseEntity<PartnerJson> found(Partner partner, @Nullable Actor actor) {
        return answer(HttpStatus.OK, partner, actor);
    }

    /** As anyone sees it. */
    PartnerJson listed(Partner partner) {
        return PartnerJson.of(partner, Map.of());
    }

    private static Partner partner(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.partner();
            case Outcome.Repeated repeated -> repeated.partner();
            case Outcome.Stale stale ->
                    throw Versions.stale(stale.expected(), stale.current()).exception();
            case Outcome.Rejected rejected ->
                    throw RefusalProblems.of(rejected.reasons()).exception();
        };
    }

    private ResponseEntity<PartnerJson> answer(
            HttpStatus status, Partner partner, @Nullable Actor actor) {
        boolean personsShown = actor != null && actor.maySeePersonsOf(partner.id());
        Map<MandateId, Person> shown = personsShown ? persons.of(partner.id()) : Map.of();
        var response = ResponseEntity.status(status);
        if (status == HttpStatus.CREATED) {
            response.location(URI.create("/partners/" + partner.id()));
        }
        // The version says nothing about persons: what shows them must not be kept by any cache.
        return response.eTag(Versions.etag(partner.version()))
                .cacheControl(personsShown ? CacheControl.noStore() : CacheControl.noCache())
                .varyBy("Authorization")
                .body(PartnerJson.of(partner, shown));
    }
}
