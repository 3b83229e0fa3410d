package relais.contributions.contribution;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.contributions.known.EvidenceChange;
import relais.contributions.contribution.ProposedText.ProposedSection;

/** Commands that every rule likes, to spoil in one place. */
final class Commands {

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
                new ContributionId("c-1"), kind, title, "En bref", axes, drafters, supersedes);
    }

    /** Two new sections. */
    static ContributionCommand.Draft draft() {
        return draft(
                new ProposedSection(null, "Un titre", "Un texte"),
                new ProposedSection(null, "Un autre titre", "Un autre texte"));
    }

    /** The present text of {@link #draft()}, with one section in other words. */
    static ContributionCommand.Draft draft(String id, String heading, String body) {
        return draft(
                Stream.of(
                                new ProposedSection("s-1", "Un titre", "Un texte"),
                                new ProposedSection("s-2", "Un autre titre", "Un autre texte"))
                        .map(
                                section ->
                                        id.equals(section.id())
                                                ? new ProposedSection(id, heading, body)
                                                : section)
                        .toArray(ProposedSection[]::new));
    }

    static ContributionCommand.Draft draft(ProposedSection... sections) {
        return titled("Socle numérique", "En bref", List.of("FRAMEWORKS"), sections);
    }

    static ContributionCommand.Draft titled(
            @Nullable String title,
            @Nullable String summary,
            List<String> axes,
            ProposedSection... sections) {
        return new ContributionCommand.Draft(
                new ProposedText(title, summary, axes, List.of(sections)), null);
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
                AMENDMENT, section, basedOn, heading, body, "parce que");
    }

    static ContributionCommand.AcceptAmendment accept() {
        return accept(null, null, null);
    }

    static ContributionCommand.AcceptAmendment accept(
            @Nullable String heading, @Nullable String body, @Nullable Long against) {
        return new ContributionCommand.AcceptAmendment(AMENDMENT, heading, body, against, null);
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
                new ContributionCommand.RejectAmendment(AMENDMENT, "parce que"),
                new ContributionCommand.WithdrawAmendment(AMENDMENT, null),
                consult(),
                position("CONSENT"),
                new ContributionCommand.CloseConsultation("parce que"),
                new ContributionCommand.Adopt(null),
                new ContributionCommand.Withdraw("parce que"),
                new ContributionCommand.Supersede(new ContributionId("c-next")));
    }
}
