package relais.partners.partner;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import relais.aggregates.Result;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.aggregates.partner.Actor;
import relais.web.Caller;
import relais.web.Versions;

/** Answers with a partner and its version, or with the problem that stood in the way. */
@Component
record PartnerAnswers(Persons persons) {

    ResponseEntity<PartnerJson> changed(Result<Partner> result, Actor actor) {
        return answer(HttpStatus.OK, partner(result), Optional.of(actor));
    }

    /** The same answer to a repetition: its sender may never have seen the first. */
    ResponseEntity<PartnerJson> created(Result<Partner> result, Actor actor) {
        return answer(HttpStatus.CREATED, partner(result), Optional.of(actor));
    }

    ResponseEntity<PartnerJson> found(Partner partner, Optional<Caller> caller) {
        return answer(HttpStatus.OK, partner, caller.map(Callers::actor));
    }

    private static Partner partner(Result<Partner> result) {
        switch (result) {
            case Result.Refused<Partner> refused -> PartnerProblems.throwIfAny(refused.refusals());
            case Result.Missing<Partner> missing ->
                    PartnerProblems.throwIfAny(List.of(PartnerRules.unknownPartner(missing.id())));
            case Result.Done<Partner> _, Result.Stale<Partner> _ -> {}
        }
        return Answers.done(result).state();
    }

    private ResponseEntity<PartnerJson> answer(
            HttpStatus status, Partner partner, Optional<Actor> actor) {
        boolean personsShown =
                actor.filter(someone -> PartnerRights.maySeePersons(partner.id(), someone))
                        .isPresent();
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
