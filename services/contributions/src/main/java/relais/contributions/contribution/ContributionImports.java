package relais.contributions.contribution;

import java.util.List;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import relais.aggregates.ChangeAggregate;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperations;

/** Contributions in archives. */
@Component
record ContributionImports(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> contributions)
        implements ImportedOperations {

    private static final String EXPERIENCE = "experience";

    @Override
    public List<ImportedOperation<?>> operations() {
        var rows = new ImportedOperation.Kind<>("contribution", contributions);
        return List.of(
                rows.creates(
                        "OPEN_CONTRIBUTION",
                        "c-",
                        ContributionCommand.Opening.class,
                        (id, opening) ->
                                new ContributionCommand.Open(new ContributionId(id), opening)),
                rows.changes("DRAFT", ContributionCommand.Draft.class),
                rows.changes("SUBMIT_CONTRIBUTION", ContributionCommand.Submit.class),
                rows.changes("CITE", ContributionCommand.Cite.class),
                rows.changes(
                                "REMOVE_EVIDENCE",
                                ContributionCommand.Reason.class,
                                (names, body) ->
                                        new ContributionCommand.RemoveEvidence(
                                                names.get(EXPERIENCE), body.reason()))
                        .naming(EXPERIENCE),
                rows.changes(
                                "PROPOSE_AMENDMENT",
                                ContributionCommand.Proposal.class,
                                (names, body) ->
                                        new ContributionCommand.ProposeAmendment(
                                                new AmendmentId(names.part()),
                                                based(names.id(), body)))
                        .withPart("am-"),
                onAmendment(
                        rows,
                        "ACCEPT_AMENDMENT",
                        ContributionCommand.Acceptance.class,
                        ContributionCommand.AcceptAmendment::new),
                onAmendment(
                        rows,
                        "REJECT_AMENDMENT",
                        ContributionCommand.Reason.class,
                        ContributionCommand.RejectAmendment::new),
                onAmendment(
                        rows,
                        "WITHDRAW_AMENDMENT",
                        ContributionCommand.Reason.class,
                        ContributionCommand.WithdrawAmendment::new),
                rows.changes("OPEN_CONSULTATION", ContributionCommand.OpenConsultation.class),
                rows.changes("TAKE_POSITION", ContributionCommand.TakePosition.class),
                rows.changes("CLOSE_CONSULTATION", ContributionCommand.CloseConsultation.class),
                rows.changes("ADOPT", ContributionCommand.Adopt.class),
                rows.changes("WITHDRAW_CONTRIBUTION", ContributionCommand.Withdraw.class));
    }

    private static <B> ImportedOperation<B> onAmendment(
            ImportedOperation.Kind<ContributionCommand> rows,
            String name,
            Class<B> body,
            BiFunction<AmendmentId, B, ContributionCommand> command) {
        return rows.changesPart(
                name, "amendment", AmendmentId::parse, "ref-unknown", body, command);
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
