package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.http.Answers;
import relais.aggregates.http.Callers;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Versions;

/** What the calls that change a contribution have in common. */
@Component
record ContributionChanges(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {

    Result<Contribution> open(
            ContributionId id, ContributionCommand.Opening opening, Caller caller) {
        return change.create(
                id.value(),
                new ContributionCommand.Open(id, opening),
                Request.now(Callers.actor(caller)));
    }

    ResponseEntity<ContributionChangeJson> change(
            String id, @Nullable String ifMatch, ContributionCommand command, Caller caller) {
        return Answers.changed(result(id, ifMatch, command, caller), ContributionChangeJson::of);
    }

    /** The header is looked at first: who names no version is told so, whatever the rest. */
    Result<Contribution> result(
            String id, @Nullable String ifMatch, ContributionCommand command, Caller caller) {
        @Nullable Long version = Versions.requireIfMatch(ifMatch);
        return change.change(
                contribution(id).value(), version, command, Request.now(Callers.actor(caller)));
    }

    static ContributionId contribution(String id) {
        return ContributionId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }

    static AmendmentId amendment(String id) {
        return AmendmentId.parse(id).orElseThrow(() -> Problem.notFound(id).exception());
    }
}
