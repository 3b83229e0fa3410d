package relais.contributions.contribution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.contributions.known.EvidenceChange;

/** Commands that every rule likes, to spoil in one place. */
final class Commands {

    static final ContributionRules RULES = new ContributionRules(QuorumRule.TWO_THIRDS);

    /** What may be done in each status; the service itself answers in all of them. */
    private static final Map<ContributionStatus, Set<Class<?>>> ALLOWED =
            Map.of(
                    ContributionStatus.DRAFTING,
                            Set.of(
                                    ContributionCommand.Draft.class,
                                    ContributionCommand.Submit.class,
                                    ContributionCommand.Cite.class,
                                    ContributionCommand.RemoveEvidence.class,
                                    ContributionCommand.ProposeAmendment.class,
                                    ContributionCommand.AcceptAmendment.class,
                                    ContributionCommand.RejectAmendment.class,
                                    ContributionCommand.WithdrawAmendment.class,
                                    ContributionCommand.OpenConsultation.class,
                                    ContributionCommand.Withdraw.class),
                    ContributionStatus.CONSULTATION,
                            Set.of(
                                    ContributionCommand.TakePosition.class,
                                    ContributionCommand.CloseConsultation.class,
                                    ContributionCommand.Adopt.class,
                                    ContributionCommand.Withdraw.class));

    static final AmendmentId AMENDMENT = new AmendmentId("am-1");

    private Commands() {}

    static ContributionCommand.Open open() {
        return open("FRAMEWORK", "Socle numérique", List.of("FRAMEWORKS"), List.of("p-adf"), null);
    }

    static ContributionCommand.Open open(
            @Nullable String kind,
            @Nullable String title,
            List<String> axes,
            List<String> drafters,
            @Nullable String supersedes) {
        return new ContributionCommand.Open(
                new ContributionId("c-1"),
                new ContributionCommand.Opening(
                        kind, title, "En bref", axes, drafters, supersedes));
    }

    /** Two new sections. */
    static ContributionCommand.Draft draft() {
        return draft(
                new ContributionCommand.DraftedSection(null, "Un titre", "Un texte"),
                new ContributionCommand.DraftedSection(null, "Un autre titre", "Un autre texte"));
    }

    /** The present text of {@link #draft()}, with one section in other words. */
    static ContributionCommand.Draft draft(String id, String heading, String body) {
        return draft(
                Stream.of(
                                new ContributionCommand.DraftedSection(
                                        "s-1", "Un titre", "Un texte"),
                                new ContributionCommand.DraftedSection(
                                        "s-2", "Un autre titre", "Un autre texte"))
                        .map(
                                section ->
                                        id.equals(section.id())
                                                ? new ContributionCommand.DraftedSection(
                                                        id, heading, body)
                                                : section)
                        .toArray(ContributionCommand.DraftedSection[]::new));
    }

    static ContributionCommand.Draft draft(ContributionCommand.DraftedSection... sections) {
        return titled("Socle numérique", "En bref", List.of("FRAMEWORKS"), sections);
    }

    static ContributionCommand.Draft titled(
            @Nullable String title,
            @Nullable String summary,
            List<String> axes,
            ContributionCommand.DraftedSection... sections) {
        return new ContributionCommand.Draft(title, summary, axes, List.of(sections), null);
    }

    /** The present text, to be changed here and there. */
    static ContributionCommand.Draft draft(Text text, @Nullable String note) {
        return new ContributionCommand.Draft(
                text.title(),
                text.summary(),
                text.axes().stream().map(Axis::name).toList(),
                text.sections().stream()
                        .map(
                                section ->
                                        new ContributionCommand.DraftedSection(
                                                section.id().value(),
                                                section.heading(),
                                                section.body()))
                        .toList(),
                note);
    }

    static ContributionCommand.Draft noted(String note) {
        ContributionCommand.Draft draft = draft();
        return new ContributionCommand.Draft(
                draft.title(), draft.summary(), draft.axes(), draft.sections(), note);
    }

    static ContributionCommand.Cite cite(String experience, long version) {
        return new ContributionCommand.Cite(experience, version, null, null);
    }

    static ContributionCommand.ProposeAmendment propose() {
        return propose("s-1", 2L, null, "Un texte amendé");
    }

    static ContributionCommand.ProposeAmendment propose(
            @Nullable String section,
            @Nullable Long basedOn,
            @Nullable String heading,
            @Nullable String body) {
        return new ContributionCommand.ProposeAmendment(
                AMENDMENT,
                new ContributionCommand.Proposal(section, basedOn, heading, body, "parce que"));
    }

    static ContributionCommand.AcceptAmendment accept() {
        return accept(null, null, null);
    }

    static ContributionCommand.AcceptAmendment accept(
            @Nullable String heading, @Nullable String body, @Nullable Long against) {
        return new ContributionCommand.AcceptAmendment(
                AMENDMENT, new ContributionCommand.Acceptance(null, heading, body, against));
    }

    static ContributionCommand.OpenConsultation consult() {
        return consult(Scene.DEADLINE.toString());
    }

    static ContributionCommand.OpenConsultation consult(@Nullable String deadline) {
        return new ContributionCommand.OpenConsultation(deadline, null);
    }

    static ContributionCommand.TakePosition position(String choice) {
        return new ContributionCommand.TakePosition(
                choice, choice.equals("CONSENT") ? null : "parce que");
    }

    static ContributionCommand.OutdateEvidence outdate() {
        return new ContributionCommand.OutdateEvidence(
                Scene.PUBLISHED.id(), Scene.change(4, EvidenceChange.REVISED, Scene.NOW));
    }

    static boolean isTimely(ContributionCommand command, ContributionStatus status) {
        return command instanceof ContributionCommand.OutdateEvidence
                || command instanceof ContributionCommand.Supersede
                || ALLOWED.getOrDefault(status, Set.of()).contains(command.getClass());
    }

    /** One sound command of each kind. */
    static List<ContributionCommand> all() {
        return List.of(
                open(),
                draft(),
                new ContributionCommand.Submit(null),
                cite("x-published", 3),
                new ContributionCommand.RemoveEvidence("x-published", null),
                outdate(),
                propose(),
                accept(),
                new ContributionCommand.RejectAmendment(
                        AMENDMENT, new ContributionCommand.Reason("parce que")),
                new ContributionCommand.WithdrawAmendment(
                        AMENDMENT, new ContributionCommand.Reason(null)),
                consult(),
                position("CONSENT"),
                new ContributionCommand.CloseConsultation("parce que"),
                new ContributionCommand.Adopt(null),
                new ContributionCommand.Withdraw("parce que"),
                new ContributionCommand.Supersede(new ContributionId("c-next")));
    }
}
