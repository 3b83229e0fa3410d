package relais.contributions.contribution;

import static relais.contributions.contribution.Commands.consult;
import static relais.contributions.contribution.Commands.position;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.DEADLINE;
import static relais.contributions.contribution.Scene.NOW;
import static relais.contributions.contribution.Scene.TOWN;
import static relais.contributions.contribution.Scene.by;
import static relais.contributions.contribution.Scene.secretary;

import java.util.stream.Stream;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ContributionCommand.Adopt;
import relais.contributions.contribution.ContributionCommand.CloseConsultation;
import relais.contributions.contribution.ContributionCommand.OpenConsultation;
import relais.contributions.contribution.ContributionCommand.TakePosition;
import relais.contributions.known.Circumstances;
import relais.contributions.known.EvidenceChange;
import relais.contributions.known.Known;
import relais.contributions.known.KnownExperience;

/** Why signatories are not asked, why an answer does not count, and why nothing is adopted. */
final class ConsultationRefusals {

    private static final String LONG = "é".repeat(2_001);

    private ConsultationRefusals() {}

    static Stream<Row> rows() {
        return Stream.of(openings(), positions(), closures(), adoptions()).flatMap(rows -> rows);
    }

    private static Stream<Row> openings() {
        return Stream.of(
                Row.of("by a drafter", Story.drafted(), consult(), by(AMF), "roles:committee-only"),
                Row.of(
                        "again",
                        Story.consulted(),
                        consult(),
                        secretary(),
                        "status:only-while-drafting"),
                opening("without a deadline", consult(null), "deadline:required"),
                opening("until one day", consult("2026-04-02"), "deadline:instant"),
                opening("until now", consult(NOW.toString()), "deadline:deadline-between"),
                opening(
                        "for a blink",
                        consult(NOW.plusNanos(1).toString()),
                        "deadline:deadline-between"),
                opening(
                        "for more than a year",
                        consult("2027-03-02T10:00:00.001Z"),
                        "deadline:deadline-between"),
                opening(
                        "for ages",
                        consult("+999999999-12-31T23:59:59Z"),
                        "deadline:deadline-between"),
                opening(
                        "with a long note",
                        new OpenConsultation(DEADLINE.toString(), LONG),
                        "note:too-long"),
                Row.of(
                        "without a text",
                        Story.opened(),
                        consult(),
                        secretary(),
                        "sections:text-empty"),
                Row.of(
                        "with headings alone",
                        Story.opened()
                                .then(
                                        Commands.draft(
                                                new ContributionCommand.DraftedSection(
                                                        null, "h", " ")),
                                        by(AMF)),
                        consult(),
                        secretary(),
                        "sections:text-empty"),
                Row.of(
                        "without signatories",
                        Story.drafted(),
                        consult(),
                        Scene.with(Known.NOTHING, secretary()),
                        "signatories:no-signatories"),
                Row.of(
                        "with an amendment unanswered",
                        Story.amended(),
                        consult(),
                        secretary(),
                        "amendments:amendments-open"));
    }

    private static Stream<Row> positions() {
        return Stream.of(
                answer(
                        "of another partner",
                        position("CONSENT"),
                        by(TOWN),
                        "partner:not-consulted"),
                answer(
                        "of a suspended signatory",
                        position("CONSENT"),
                        by(Scene.suspended(ARF)),
                        "partner:partner-suspended"),
                answer(
                        "of an analyst of a signatory",
                        position("CONSENT"),
                        Scene.as(ARF),
                        "partner:partner-required"),
                answer("nothing", new TakePosition(null, null), "position:required"),
                answer(
                        "something else",
                        new TakePosition("MAYBE", null),
                        "position:unknown-position"),
                answer(
                        "an objection without a reason",
                        new TakePosition("OBJECTION", " "),
                        "reason:position-needs-reason"),
                answer(
                        "a reservation without a reason",
                        new TakePosition("RESERVATION", null),
                        "reason:position-needs-reason"),
                answer("with a long reason", new TakePosition("CONSENT", LONG), "reason:too-long"),
                Row.of(
                        "with a reason for which the others left no room",
                        talkative(),
                        new TakePosition("OBJECTION", "o".repeat(ConsultationRules.BRIEF + 1)),
                        by(ARF),
                        "reason:reasons-too-long"),
                answer(
                        "at the deadline",
                        position("CONSENT"),
                        Scene.at(DEADLINE, by(ARF)),
                        "deadline:deadline-passed"),
                answer(
                        "at the deadline of an archive",
                        position("CONSENT"),
                        Scene.archived(DEADLINE, Scene.at(DEADLINE.plusSeconds(9), by(ARF))),
                        "deadline:deadline-passed"),
                Row.of(
                        "before the consultation",
                        Story.drafted(),
                        position("CONSENT"),
                        by(ARF),
                        "status:only-in-consultation"));
    }

    private static Stream<Row> closures() {
        return Stream.of(
                Row.of(
                        "by a drafter",
                        Story.consulted(),
                        new CloseConsultation("non"),
                        by(AMF),
                        "roles:committee-only"),
                Row.of(
                        "before the consultation",
                        Story.drafted(),
                        new CloseConsultation("non"),
                        secretary(),
                        "status:only-in-consultation"),
                Row.of(
                        "without a reason",
                        Story.consulted(),
                        new CloseConsultation(null),
                        secretary(),
                        "reason:required"),
                Row.of(
                        "with a long reason",
                        Story.consulted(),
                        new CloseConsultation(LONG),
                        secretary(),
                        "reason:too-long"));
    }

    private static Stream<Row> adoptions() {
        Circumstances then = Scene.at(DEADLINE, secretary());
        KnownExperience hidden =
                new KnownExperience(
                        Scene.PUBLISHED.id(),
                        4,
                        2L,
                        KnownExperience.Standing.MODERATED,
                        Scene.change(4, EvidenceChange.MODERATED, NOW));
        return Stream.of(
                adoption(
                        "by a drafter",
                        Story.agreed(),
                        Scene.at(DEADLINE, by(AMF)),
                        "roles:committee-only"),
                adoption(
                        "before the consultation",
                        Story.drafted(),
                        then,
                        "status:only-in-consultation"),
                adoption("twice", Story.adopted(), then, "status:only-in-consultation"),
                adoption(
                        "before the deadline",
                        Story.agreed(),
                        Scene.at(DEADLINE.minusMillis(1), secretary()),
                        "deadline:deadline-not-reached"),
                adoption("without a quorum", Story.consulted(), then, "quorum:quorum-missing"),
                adoption(
                        "against an objection",
                        Story.agreed().then(position("OBJECTION"), by(ARF)),
                        then,
                        "objections:objections-stand"),
                adoption(
                        "on evidence that the service saw moderated",
                        outdated(EvidenceChange.MODERATED),
                        then,
                        "evidence:moderated-evidence-stands"),
                adoption(
                        "on evidence moderated a moment ago",
                        cited(),
                        Scene.knowing(hidden, then),
                        "evidence:moderated-evidence-stands"),
                adoption(
                        "with an amendment unanswered",
                        unsettled(),
                        then,
                        "amendments:amendments-open"),
                Row.of("with a long note", Story.agreed(), new Adopt(LONG), then, "note:too-long"),
                adoption(
                        "against everything",
                        Story.consulted().then(position("OBJECTION"), by(ARF)),
                        Scene.at(DEADLINE.minusMillis(1), secretary()),
                        "deadline:deadline-not-reached",
                        "quorum:quorum-missing",
                        "objections:objections-stand"));
    }

    private static Story cited() {
        return answered(Story.drafted().then(Commands.cite("x-published", 3), by(AMF)));
    }

    private static Story outdated(EvidenceChange change) {
        return answered(
                Story.drafted()
                        .then(Commands.cite("x-published", 3), by(AMF))
                        .then(
                                new ContributionCommand.OutdateEvidence(
                                        Scene.PUBLISHED.id(), Scene.change(4, change, NOW)),
                                Scene.service()));
    }

    /** What no command leads to, but an event of another origin might. */
    private static Story unsettled() {
        Story story = Story.agreed();
        story.happened(
                new ContributionEvent.AmendmentProposed(
                        Commands.AMENDMENT,
                        ARF.id(),
                        SectionId.numbered(1),
                        2,
                        new Wording("h", "b"),
                        new Wording("h", "c"),
                        "parce que"),
                NOW);
        return story;
    }

    private static Story answered(Story drafted) {
        return drafted.then(consult(), secretary())
                .then(position("CONSENT"), by(Scene.MINISTRY))
                .then(position("CONSENT"), by(AMF))
                .then(position("CONSENT"), by(Scene.ADF));
    }

    private static Row opening(String name, OpenConsultation command, String... expected) {
        return Row.of(name, Story.drafted(), command, secretary(), expected);
    }

    private static Row answer(String name, TakePosition command, String... expected) {
        return answer(name, command, by(ARF), expected);
    }

    private static Row answer(
            String name, TakePosition command, Circumstances who, String... expected) {
        return Row.of(name, Story.consulted(), command, who, expected);
    }

    private static Row adoption(
            String name, Story story, Circumstances circumstances, String... expected) {
        return Row.of(name, story, new Adopt(null), circumstances, expected);
    }

    /** A hundred others have said all that one may say. */
    static Story talkative() {
        Story story = Story.consulted();
        for (int i = 0; i < ConsultationRules.MAX_REASONS / 2_000; i++) {
            story.happened(
                    new ContributionEvent.PositionTaken(
                            new PartnerId("p-other-" + i),
                            PositionChoice.RESERVATION,
                            "r".repeat(2_000)),
                    Scene.NOW);
        }
        return story;
    }
}
