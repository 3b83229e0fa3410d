package relais.contributions.contribution;

import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperation.Names;
import relais.contributions.imports.ImportedOperations;

/** Contributions in archives. */
@Component
record ContributionImports(
        Aggregates<Contribution, ContributionEvent> contributions,
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change)
        implements ImportedOperations {

    private static final String CONTRIBUTION = "contribution";
    private static final String AMENDMENT = "amendment";
    private static final String EXPERIENCE = "experience";

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "OPEN_CONTRIBUTION",
                        "c-",
                        contributions,
                        ContributionCommand.Opening.class,
                        this::open),
                changes("DRAFT", ContributionCommand.Draft.class),
                changes("SUBMIT_CONTRIBUTION", ContributionCommand.Submit.class),
                changes("CITE", ContributionCommand.Cite.class),
                operation(
                                "REMOVE_EVIDENCE",
                                ContributionCommand.Reason.class,
                                (names, body) ->
                                        new ContributionCommand.RemoveEvidence(
                                                names.get(EXPERIENCE), body.reason()))
                        .naming(EXPERIENCE),
                operation(
                                "PROPOSE_AMENDMENT",
                                ContributionCommand.Proposal.class,
                                (names, body) ->
                                        new ContributionCommand.ProposeAmendment(
                                                new AmendmentId(names.part()),
                                                based(names.id(), body)))
                        .withPart("am-"),
                onAmendment(
                        "ACCEPT_AMENDMENT",
                        ContributionCommand.Acceptance.class,
                        ContributionCommand.AcceptAmendment::new),
                onAmendment(
                        "REJECT_AMENDMENT",
                        ContributionCommand.Reason.class,
                        ContributionCommand.RejectAmendment::new),
                onAmendment(
                        "WITHDRAW_AMENDMENT",
                        ContributionCommand.Reason.class,
                        ContributionCommand.WithdrawAmendment::new),
                changes("OPEN_CONSULTATION", ContributionCommand.OpenConsultation.class),
                changes("TAKE_POSITION", ContributionCommand.TakePosition.class),
                changes("CLOSE_CONSULTATION", ContributionCommand.CloseConsultation.class),
                changes("ADOPT", ContributionCommand.Adopt.class),
                changes("WITHDRAW_CONTRIBUTION", ContributionCommand.Withdraw.class));
    }

    private Result<?> open(Names names, ContributionCommand.Opening body, Request request) {
        return change.create(
                names.id(),
                new ContributionCommand.Open(new ContributionId(names.id()), body),
                request);
    }

    private <C extends ContributionCommand> ImportedOperation<C> changes(
            String name, Class<C> command) {
        return operation(name, command, (_, typed) -> typed);
    }

    private <B> ImportedOperation<B> operation(
            String name, Class<B> body, BiFunction<Names, B, ContributionCommand> command) {
        return ImportedOperation.changes(
                name,
                CONTRIBUTION,
                contributions,
                body,
                (names, typed, request) ->
                        change.changeLatest(names.id(), command.apply(names, typed), request));
    }

    private <B> ImportedOperation<B> onAmendment(
            String name, Class<B> body, BiFunction<AmendmentId, B, ContributionCommand> command) {
        return ImportedOperation.changes(
                        name,
                        CONTRIBUTION,
                        contributions,
                        body,
                        (names, typed, request) ->
                                AmendmentId.parse(names.get(AMENDMENT))
                                        .<Result<?>>map(
                                                id ->
                                                        change.changeLatest(
                                                                names.id(),
                                                                command.apply(id, typed),
                                                                request))
                                        .orElseGet(ContributionImports::unknownAmendment))
                .naming(AMENDMENT);
    }

    private static Result<?> unknownAmendment() {
        return new Result.Refused<>(List.of(Refusal.notFound(AMENDMENT, "ref-unknown")));
    }

    /** An archive that does not know the text version means the text as it is then. */
    private ContributionCommand.Proposal based(String id, ContributionCommand.Proposal body) {
        return body.basedOn() != null
                ? body
                : contributions
                        .find(id)
                        .map(stored -> body.basedOn(stored.state().text().version()))
                        .orElse(body);
    }
}
