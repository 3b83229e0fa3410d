package relais.contributions.contribution;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.aggregates.Aggregates;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.contributions.contribution.ContributionRequests.AcceptanceRequest;
import relais.contributions.contribution.ContributionRequests.AmendmentRequest;
import relais.contributions.contribution.ContributionRequests.CitationRequest;
import relais.contributions.contribution.ContributionRequests.ConsultationRequest;
import relais.contributions.contribution.ContributionRequests.NoteRequest;
import relais.contributions.contribution.ContributionRequests.PositionRequest;
import relais.contributions.contribution.ContributionRequests.ReasonRequest;
import relais.contributions.imports.ImportedOperation;
import relais.contributions.imports.ImportedOperation.Names;
import relais.contributions.imports.ImportedOperations;

/** Contributions in archives. */
@Component
final class ContributionImports implements ImportedOperations {

    private static final String CONTRIBUTION = "contribution";
    private static final String AMENDMENT = "amendment";
    private static final String EXPERIENCE = "experience";

    private final Aggregates<Contribution, ContributionEvent> contributions;
    private final ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change;

    ContributionImports(
            Aggregates<Contribution, ContributionEvent> contributions,
            ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {
        this.contributions = contributions;
        this.change = change;
    }

    @Override
    public List<ImportedOperation<?>> operations() {
        return List.of(
                ImportedOperation.creates(
                        "OPEN_CONTRIBUTION", "c-", contributions, OpeningRequest.class, this::open),
                changes("DRAFT", TextRequest.class, TextRequest::command),
                changes(
                        "SUBMIT_CONTRIBUTION",
                        NoteRequest.class,
                        body -> new ContributionCommand.Submit(body.note())),
                changes(
                        "CITE",
                        CitationRequest.class,
                        body ->
                                new ContributionCommand.Cite(
                                        body.experience(),
                                        body.version(),
                                        body.section(),
                                        body.note())),
                operation(
                                "REMOVE_EVIDENCE",
                                ReasonRequest.class,
                                (names, body, request) ->
                                        change(
                                                names,
                                                new ContributionCommand.RemoveEvidence(
                                                        names.get(EXPERIENCE), body.reason()),
                                                request))
                        .naming(EXPERIENCE),
                operation("PROPOSE_AMENDMENT", AmendmentRequest.class, this::propose)
                        .withPart("am-"),
                onAmendment(
                        "ACCEPT_AMENDMENT",
                        AcceptanceRequest.class,
                        (amendment, body) ->
                                new ContributionCommand.AcceptAmendment(
                                        amendment,
                                        body.heading(),
                                        body.body(),
                                        body.against(),
                                        body.comment())),
                onAmendment(
                        "REJECT_AMENDMENT",
                        ReasonRequest.class,
                        (amendment, body) ->
                                new ContributionCommand.RejectAmendment(amendment, body.reason())),
                onAmendment(
                        "WITHDRAW_AMENDMENT",
                        ReasonRequest.class,
                        (amendment, body) ->
                                new ContributionCommand.WithdrawAmendment(
                                        amendment, body.reason())),
                changes(
                        "OPEN_CONSULTATION",
                        ConsultationRequest.class,
                        body ->
                                new ContributionCommand.OpenConsultation(
                                        body.deadline(), body.note())),
                changes(
                        "TAKE_POSITION",
                        PositionRequest.class,
                        body ->
                                new ContributionCommand.TakePosition(
                                        body.position(), body.reason())),
                changes(
                        "CLOSE_CONSULTATION",
                        ReasonRequest.class,
                        body -> new ContributionCommand.CloseConsultation(body.reason())),
                changes(
                        "ADOPT",
                        NoteRequest.class,
                        body -> new ContributionCommand.Adopt(body.note())),
                changes(
                        "WITHDRAW_CONTRIBUTION",
                        ReasonRequest.class,
                        body -> new ContributionCommand.Withdraw(body.reason())));
    }

    /** A command about one amendment. */
    @FunctionalInterface
    private interface OnAmendment<B> {
        ContributionCommand of(AmendmentId amendment, B body);
    }

    private <B> ImportedOperation<B> operation(
            String name, Class<B> body, ImportedOperation.Call<B> call) {
        return ImportedOperation.changes(name, CONTRIBUTION, contributions, body, call);
    }

    private <B> ImportedOperation<B> changes(
            String name, Class<B> body, Function<B, ? extends ContributionCommand> command) {
        return operation(
                name,
                body,
                (names, typed, request) -> change(names, command.apply(typed), request));
    }

    private <B> ImportedOperation<B> onAmendment(
            String name, Class<B> body, OnAmendment<B> command) {
        return operation(
                        name,
                        body,
                        (names, typed, request) ->
                                AmendmentId.parse(names.get(AMENDMENT))
                                        .<Result<?>>map(
                                                amendment ->
                                                        change(
                                                                names,
                                                                command.of(amendment, typed),
                                                                request))
                                        .orElseGet(
                                                () ->
                                                        new Result.Refused<>(
                                                                List.of(
                                                                        Refusal.notFound(
                                                                                AMENDMENT,
                                                                                "ref-unknown")))))
                .naming(AMENDMENT);
    }

    private Result<?> open(Names names, OpeningRequest body, Request request) {
        return change.create(names.id(), body.command(new ContributionId(names.id())), request);
    }

    private Result<?> propose(Names names, AmendmentRequest body, Request request) {
        return change(
                names,
                new ContributionCommand.ProposeAmendment(
                        new AmendmentId(names.part()),
                        body.section(),
                        basedOn(names.id(), body),
                        body.heading(),
                        body.body(),
                        body.reason()),
                request);
    }

    /** An archive that does not know the number means the text as it is then. */
    private @Nullable Long basedOn(String id, AmendmentRequest body) {
        return body.basedOn() != null
                ? body.basedOn()
                : contributions
                        .find(id)
                        .map(stored -> stored.state().text().version())
                        .orElse(null);
    }

    private Result<?> change(Names names, ContributionCommand command, Request request) {
        return change.changeLatest(names.id(), command, request);
    }
}
