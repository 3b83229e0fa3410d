package relais.contributions.contribution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Role;
import relais.contributions.contribution.ContributionCommand.AcceptAmendment;
import relais.contributions.contribution.ContributionCommand.Adopt;
import relais.contributions.contribution.ContributionCommand.CloseConsultation;
import relais.contributions.contribution.ContributionCommand.OutdateEvidence;
import relais.contributions.contribution.ContributionCommand.ProposeAmendment;
import relais.contributions.contribution.ContributionCommand.RejectAmendment;
import relais.contributions.contribution.ContributionCommand.RemoveEvidence;
import relais.contributions.contribution.ContributionCommand.Supersede;
import relais.contributions.contribution.ContributionCommand.Withdraw;
import relais.contributions.contribution.ContributionCommand.WithdrawAmendment;
import relais.contributions.known.Circumstances;
import relais.contributions.known.EvidenceChange;

/** Someone who asks for anything: mostly what makes sense, not always of the right person. */
final class Wanderer {

    record Step(ContributionCommand command, Circumstances circumstances) {}

    private static final List<String> EXPERIENCES =
            List.of("x-published", "x-revised", "x-withdrawn", "x-moderated", "x-none");

    private final Random random;
    private Instant now = Scene.NOW;

    Wanderer(Random random) {
        this.random = random;
    }

    Step next(@Nullable Contribution state) {
        now = now.plusSeconds(random.nextInt(60_000));
        ContributionCommand command =
                state == null || random.nextInt(200) == 0 ? Commands.open() : command(state);
        return new Step(command, Scene.at(now, who(command)));
    }

    private Circumstances who(ContributionCommand command) {
        boolean service = command instanceof OutdateEvidence || command instanceof Supersede;
        if (service && random.nextInt(10) > 0) {
            return Scene.service();
        }
        return Scene.as(
                oneOf(Scene.PARTNERS), random.nextInt(3) == 0 ? Role.COMMITTEE : Role.PARTNER);
    }

    private ContributionCommand command(Contribution state) {
        AmendmentId amendment = amendment(state);
        List<Supplier<ContributionCommand>> usual =
                List.of(
                        () -> draft(state),
                        () -> new ContributionCommand.Submit("relu"),
                        () ->
                                new ContributionCommand.Cite(
                                        oneOf(EXPERIENCES),
                                        (long) random.nextInt(7),
                                        random.nextBoolean() ? null : section(),
                                        null),
                        () -> new RemoveEvidence(oneOf(EXPERIENCES), null),
                        this::outdate,
                        () ->
                                new ProposeAmendment(
                                        new AmendmentId("am-" + random.nextInt(30)),
                                        new ContributionCommand.Proposal(
                                                section(),
                                                state.text().version() - random.nextInt(2),
                                                random.nextBoolean() ? null : word(),
                                                word(),
                                                "parce que")),
                        () ->
                                random.nextBoolean()
                                        ? new AcceptAmendment(
                                                amendment,
                                                new ContributionCommand.Acceptance(
                                                        null, null, null, null))
                                        : new AcceptAmendment(
                                                amendment,
                                                new ContributionCommand.Acceptance(
                                                        null,
                                                        word(),
                                                        word(),
                                                        state.text().version())),
                        () ->
                                new RejectAmendment(
                                        amendment, new ContributionCommand.Reason("parce que")),
                        () ->
                                new WithdrawAmendment(
                                        amendment, new ContributionCommand.Reason(null)),
                        () ->
                                Commands.consult(
                                        now.plus(Duration.ofDays(1 + random.nextInt(20)))
                                                .toString()),
                        () -> Commands.position(oneOf(List.of("CONSENT", "ABSTENTION"))),
                        () -> Commands.position(oneOf(List.of("CONSENT", "CONSENT", "OBJECTION"))),
                        () -> new Adopt(null));
        List<Supplier<ContributionCommand>> rare =
                List.of(
                        () -> new CloseConsultation("parce que"),
                        () -> new Withdraw("parce que"),
                        () -> new Supersede(new ContributionId("c-next")));
        ContributionCommand command = oneOf(random.nextInt(80) == 0 ? rare : usual).get();
        boolean timely = Commands.isTimely(command, state.status());
        return timely || random.nextInt(10) == 0 ? command : command(state);
    }

    /** One that waits for an answer, if there is one. */
    private AmendmentId amendment(Contribution state) {
        List<Amendment> open = state.openAmendments();
        return open.isEmpty() || random.nextInt(4) == 0
                ? new AmendmentId("am-" + random.nextInt(30))
                : oneOf(open).id();
    }

    /** Keeps, drops, moves, rewords and adds sections. */
    private ContributionCommand draft(Contribution state) {
        List<ContributionCommand.DraftedSection> sections = new ArrayList<>();
        for (ContributionCommand.DraftedSection section :
                Commands.draft(state.text(), null).sections()) {
            if (random.nextInt(5) > 0) {
                sections.add(
                        random.nextInt(3) > 0
                                ? section
                                : new ContributionCommand.DraftedSection(
                                        section.id(), section.heading(), word()));
            }
        }
        if (random.nextBoolean() && sections.size() < 6) {
            sections.add(
                    random.nextInt(sections.size() + 1),
                    new ContributionCommand.DraftedSection(null, word(), word()));
        }
        return Commands.draft(sections.toArray(ContributionCommand.DraftedSection[]::new));
    }

    private ContributionCommand outdate() {
        return new OutdateEvidence(
                oneOf(List.of(Scene.PUBLISHED, Scene.REVISED)).id(),
                Scene.change(
                        random.nextInt(8),
                        random.nextInt(9) == 0
                                ? EvidenceChange.MODERATED
                                : oneOf(List.of(EvidenceChange.REVISED, EvidenceChange.WITHDRAWN)),
                        now));
    }

    private String section() {
        return "s-" + (1 + random.nextInt(6));
    }

    private String word() {
        return oneOf(List.of("un", "deux", "trois", "quatre"));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
