package relais.contributions.contribution;

import static relais.contributions.contribution.Commands.AMENDMENT;
import static relais.contributions.contribution.Commands.accept;
import static relais.contributions.contribution.Commands.propose;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.by;

import java.util.stream.Stream;
import relais.contributions.contribution.ContributionCommand.RejectAmendment;
import relais.contributions.contribution.ContributionCommand.WithdrawAmendment;

/** Why an amendment is not accepted, rejected or withdrawn. */
final class AmendmentRefusals {

    private static final String LONG = "é".repeat(2_001);
    private static final String LONG_BODY = "é".repeat(20_001);

    private AmendmentRefusals() {}

    static Stream<Row> rows() {
        return Stream.of(acceptances(), rejections(), withdrawals()).flatMap(rows -> rows);
    }

    private static Stream<Row> acceptances() {
        return Stream.of(
                Row.of(
                        "by its proposer",
                        Story.amended(),
                        accept(),
                        by(ARF),
                        "partner:drafters-only"),
                Row.of(
                        "by a suspended drafter",
                        Story.amended(),
                        accept(),
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "of nothing",
                        Story.drafted(),
                        accept(),
                        by(AMF),
                        "amendment:amendment-unknown"),
                Row.of(
                        "twice",
                        Story.amended().then(accept(), by(AMF)),
                        accept(),
                        by(AMF),
                        "amendment:amendment-closed"),
                Row.of(
                        "of a withdrawn contribution",
                        withdrawnWithAmendment(),
                        accept(),
                        by(AMF),
                        "status:only-while-drafting"),
                Row.of(
                        "when the section moved",
                        Story.moved(),
                        accept(),
                        by(AMF),
                        "amendment:amendment-outdated"),
                Row.of(
                        "resolved against nothing",
                        Story.moved(),
                        accept(null, "b", null),
                        by(AMF),
                        "amendment:amendment-outdated"),
                Row.of(
                        "resolved against an older text",
                        Story.moved(),
                        accept(null, "b", 3L),
                        by(AMF),
                        "amendment:amendment-outdated"),
                Row.of(
                        "resolved against a later text",
                        Story.moved(),
                        accept(null, "b", 5L),
                        by(AMF),
                        "amendment:amendment-outdated"),
                Row.of(
                        "against the present text without one",
                        Story.moved(),
                        accept(null, null, 4L),
                        by(AMF),
                        "amendment:amendment-outdated"),
                Row.of(
                        "with two new headings",
                        headingsMoved(),
                        accept(null, "b", 4L),
                        by(AMF),
                        "heading:required"),
                Row.of(
                        "of a section that has gone",
                        gone(),
                        accept(null, "b", 4L),
                        by(AMF),
                        "section:amendment-section-gone"),
                Row.of(
                        "in other words",
                        Story.amended(),
                        accept(null, "b", 2L),
                        by(AMF),
                        "body:nothing-to-resolve"),
                Row.of(
                        "with another heading",
                        Story.amended(),
                        accept("h", null, null),
                        by(AMF),
                        "heading:nothing-to-resolve"),
                Row.of(
                        "with a long body",
                        Story.moved(),
                        accept(null, LONG_BODY, 4L),
                        by(AMF),
                        "body:too-long"),
                Row.of(
                        "with a long heading",
                        Story.moved(),
                        accept("é".repeat(151), "b", 4L),
                        by(AMF),
                        "heading:too-long"),
                Row.of("beyond what fits", crowded(), accept(), by(AMF), "sections:text-too-long"),
                Row.of(
                        "with a long comment",
                        Story.amended(),
                        new ContributionCommand.AcceptAmendment(
                                AMENDMENT,
                                new ContributionCommand.Acceptance(LONG, null, null, null)),
                        by(AMF),
                        "comment:too-long"));
    }

    private static Stream<Row> rejections() {
        RejectAmendment reject =
                new RejectAmendment(AMENDMENT, new ContributionCommand.Reason("parce que"));
        return Stream.of(
                Row.of(
                        "by its proposer",
                        Story.amended(),
                        reject,
                        by(ARF),
                        "partner:drafters-only"),
                Row.of(
                        "by a suspended drafter",
                        Story.amended(),
                        reject,
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "of nothing",
                        Story.drafted(),
                        reject,
                        by(AMF),
                        "amendment:amendment-unknown"),
                Row.of(
                        "twice",
                        Story.amended().then(reject, by(AMF)),
                        reject,
                        by(AMF),
                        "amendment:amendment-closed"),
                Row.of(
                        "of a withdrawn contribution",
                        withdrawnWithAmendment(),
                        reject,
                        by(AMF),
                        "status:only-while-drafting"),
                Row.of(
                        "without a reason",
                        Story.amended(),
                        new RejectAmendment(AMENDMENT, new ContributionCommand.Reason("")),
                        by(AMF),
                        "reason:required"),
                Row.of(
                        "with a long reason",
                        Story.amended(),
                        new RejectAmendment(AMENDMENT, new ContributionCommand.Reason(LONG)),
                        by(AMF),
                        "reason:too-long"));
    }

    private static Stream<Row> withdrawals() {
        WithdrawAmendment withdraw =
                new WithdrawAmendment(AMENDMENT, new ContributionCommand.Reason(null));
        return Stream.of(
                Row.of("by a drafter", Story.amended(), withdraw, by(AMF), "partner:proposer-only"),
                Row.of(
                        "by an analyst of its proposer",
                        Story.amended(),
                        withdraw,
                        Scene.as(ARF),
                        "partner:partner-required",
                        "partner:proposer-only"),
                Row.of(
                        "of nothing",
                        Story.drafted(),
                        withdraw,
                        by(ARF),
                        "amendment:amendment-unknown"),
                Row.of(
                        "twice",
                        Story.amended().then(withdraw, by(ARF)),
                        withdraw,
                        by(ARF),
                        "amendment:amendment-closed"),
                Row.of(
                        "of a withdrawn contribution",
                        withdrawnWithAmendment(),
                        withdraw,
                        by(ARF),
                        "status:only-while-drafting"),
                Row.of(
                        "with a long reason",
                        Story.amended(),
                        new WithdrawAmendment(AMENDMENT, new ContributionCommand.Reason(LONG)),
                        by(ARF),
                        "reason:too-long"));
    }

    private static Story withdrawnWithAmendment() {
        return Story.amended().then(new ContributionCommand.Withdraw("fini"), by(AMF));
    }

    private static Story headingsMoved() {
        return Story.drafted()
                .then(propose("s-1", 2L, "Titre proposé", "Un texte"), by(ARF))
                .then(Commands.draft("s-1", "Titre repris", "Un texte"), by(AMF));
    }

    private static Story gone() {
        return Story.amended()
                .then(
                        Commands.draft(
                                new ContributionCommand.DraftedSection(
                                        "s-2", "Un autre titre", "Un autre texte")),
                        by(AMF));
    }

    /** The amendment asks for more than the rest of the text leaves. */
    private static Story crowded() {
        Story story = Story.opened();
        var sections = new ContributionCommand.DraftedSection[10];
        for (int i = 0; i < sections.length; i++) {
            sections[i] =
                    new ContributionCommand.DraftedSection(
                            null, "t", i == 0 ? "court" : "a".repeat(20_000));
        }
        return story.then(Commands.draft(sections), by(AMF))
                .then(propose("s-1", 2L, null, "a".repeat(20_000)), by(ARF));
    }
}
