package relais.contributions.contribution;

import static relais.contributions.contribution.Commands.propose;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.TOWN;
import static relais.contributions.contribution.Scene.by;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why an amendment is not proposed. */
final class ProposalRefusals {

    private static final String LONG_BODY = "é".repeat(20_001);

    private ProposalRefusals() {}

    static Stream<Row> rows() {
        return Stream.of(
                Row.of(
                        "by no signatory",
                        Story.drafted(),
                        propose(),
                        by(TOWN),
                        "partner:signatory-only"),
                Row.of(
                        "in consultation",
                        Story.consulted(),
                        propose(),
                        by(ARF),
                        "status:only-while-drafting"),
                proposal(
                        "of nothing",
                        propose(null, null, null, null),
                        "section:required",
                        "basedOn:required",
                        "body:required"),
                proposal(
                        "a long heading",
                        propose("s-1", 2L, "é".repeat(151), "b"),
                        "heading:too-long"),
                proposal(
                        "a heading of two lines",
                        propose("s-1", 2L, "a\nb", "b"),
                        "heading:one-line"),
                proposal("a long body", propose("s-1", 2L, null, LONG_BODY), "body:too-long"),
                proposal(
                        "to a section that is not there",
                        propose("s-9", 2L, null, "b"),
                        "section:section-moved"),
                proposal(
                        "to what is no section",
                        propose("one", 2L, null, "b"),
                        "section:section-moved"),
                proposal(
                        "to a text that is not there yet",
                        propose("s-1", 3L, null, "b"),
                        "basedOn:text-version-unknown"),
                proposal(
                        "to the text before the section came",
                        propose("s-1", 1L, null, "b"),
                        "basedOn:section-moved"),
                proposal(
                        "of what is there",
                        propose("s-1", 2L, null, "Un texte"),
                        "body:amendment-changes-nothing"),
                Row.of(
                        "to a section that moved",
                        Story.moved(),
                        second("s-1", 2L, "parce que"),
                        by(ARF),
                        "basedOn:section-moved"),
                Row.of(
                        "again",
                        Story.amended(),
                        propose(),
                        by(ARF),
                        "amendment:amendment-id-taken"),
                Row.of(
                        "one more than fits",
                        full(),
                        propose(),
                        by(ARF),
                        "amendments:too-many-amendments"),
                Row.of(
                        "longer than fits",
                        crowded(),
                        propose(),
                        by(ARF),
                        "amendments:amendments-too-long"),
                Row.of(
                        "without a reason",
                        Story.drafted(),
                        second("s-1", 2L, null),
                        by(ARF),
                        "reason:required"));
    }

    private static Row proposal(String name, ContributionCommand command, String... expected) {
        return Row.of(name, Story.drafted(), command, by(ARF), expected);
    }

    private static ContributionCommand second(
            String section, Long basedOn, @Nullable String reason) {
        return new ContributionCommand.ProposeAmendment(
                new AmendmentId("am-2"),
                new ContributionCommand.Proposal(section, basedOn, null, "Autre chose", reason));
    }

    /** A few long ones, that leave no room for a short one. */
    private static Story crowded() {
        Story story = Story.drafted();
        Wording longest = new Wording("h", "b".repeat(20_000));
        int most = AmendmentRules.MAX_LENGTH / (2 * longest.length());
        for (int i = 0; i < most; i++) {
            story.happened(
                    new ContributionEvent.AmendmentProposed(
                            new AmendmentId("am-other-" + i),
                            ARF.id(),
                            SectionId.numbered(1),
                            2,
                            longest,
                            longest,
                            "r".repeat(2_000)),
                    Scene.NOW);
        }
        return story;
    }

    private static Story full() {
        Story story = Story.drafted();
        for (int i = 0; i < AmendmentRules.MAX_AMENDMENTS; i++) {
            story.happened(
                    new ContributionEvent.AmendmentProposed(
                            new AmendmentId("am-other-" + i),
                            ARF.id(),
                            SectionId.numbered(1),
                            2,
                            new Wording("h", "b"),
                            new Wording("h", "c"),
                            "parce que"),
                    Scene.NOW);
        }
        return story;
    }
}
