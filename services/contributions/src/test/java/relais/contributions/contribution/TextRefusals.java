package relais.contributions.contribution;

import static relais.contributions.contribution.Commands.draft;
import static relais.contributions.contribution.Commands.titled;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.by;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Role;

/** Why a text is not saved, and why a contribution is not withdrawn. */
final class TextRefusals {

    private static final String LONG = "é".repeat(2_001);
    private static final List<String> AXES = List.of("USES");

    private TextRefusals() {}

    static Stream<Row> rows() {
        return Stream.of(drafts(), submissions(), withdrawals()).flatMap(rows -> rows);
    }

    private static Stream<Row> drafts() {
        ContributionCommand.DraftedSection full = section(null, "Un titre", "a".repeat(20_000));
        return Stream.of(
                Row.of("of nothing", new Story(), draft(), by(AMF), "id:contribution-unknown"),
                Row.of(
                        "by another signatory",
                        Story.opened(),
                        draft(),
                        by(ARF),
                        "partner:drafters-only"),
                Row.of(
                        "by a secretariat that drafts nothing",
                        Story.opened(),
                        draft(),
                        Scene.secretary(),
                        "partner:drafters-only"),
                Row.of(
                        "by an analyst of a drafter",
                        Story.opened(),
                        draft(),
                        Scene.as(AMF),
                        "partner:drafters-only"),
                Row.of(
                        "by a suspended drafter",
                        Story.opened(),
                        draft(),
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "during the consultation",
                        Story.consulted(),
                        draft(),
                        by(AMF),
                        "status:only-while-drafting"),
                row("no title", titled(null, null, AXES), "title:required"),
                row("a long summary", titled("Titre", "é".repeat(301), AXES), "summary:too-long"),
                row("a summary of two lines", titled("Titre", "a\nb", AXES), "summary:one-line"),
                row("no axis", titled("Titre", null, List.of()), "axes:required"),
                row(
                        "too many sections",
                        draft(
                                Collections.nCopies(61, section(null, "t", "b"))
                                        .toArray(ContributionCommand.DraftedSection[]::new)),
                        "sections:too-many"),
                row(
                        "sections at fault",
                        draft(
                                section(null, "Un titre", "Un texte"),
                                section(null, null, "Un texte"),
                                section(null, "é".repeat(151), "é".repeat(20_001)),
                                section(null, "a\nb", "a\u0000b")),
                        "sections[1].heading:required",
                        "sections[2].heading:too-long",
                        "sections[2].body:too-long",
                        "sections[3].heading:one-line",
                        "sections[3].body:unprintable"),
                row(
                        "too much of it",
                        draft(
                                Collections.nCopies(10, full)
                                        .toArray(ContributionCommand.DraftedSection[]::new)),
                        "sections:text-too-long"),
                row(
                        "sections that are not there, or twice",
                        draft(
                                section("s-1", "Un titre", null),
                                section("s-9", "Un titre", null),
                                section("nine", "Un titre", null),
                                section("s-1", "Un titre", null)),
                        "sections[1].id:section-unknown",
                        "sections[2].id:section-unknown",
                        "sections[3].id:section-repeated"),
                row("a long note", Commands.noted(LONG), "note:too-long"));
    }

    private static Stream<Row> submissions() {
        ContributionCommand submit = new ContributionCommand.Submit(null);
        return Stream.of(
                Row.of(
                        "ready, says another signatory",
                        Story.drafted(),
                        submit,
                        by(ARF),
                        "partner:drafters-only"),
                Row.of(
                        "ready, says a suspended drafter",
                        Story.drafted(),
                        submit,
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "ready, during the consultation",
                        Story.consulted(),
                        submit,
                        by(AMF),
                        "status:only-while-drafting"),
                Row.of(
                        "ready without a text",
                        Story.opened(),
                        submit,
                        by(AMF),
                        "sections:text-empty"),
                Row.of(
                        "ready before amendments are answered",
                        Story.amended(),
                        submit,
                        by(AMF),
                        "amendments:amendments-open"),
                Row.of(
                        "ready with a long note",
                        Story.drafted(),
                        new ContributionCommand.Submit(LONG),
                        by(AMF),
                        "note:too-long"));
    }

    private static Stream<Row> withdrawals() {
        ContributionCommand withdraw = new ContributionCommand.Withdraw("fini");
        return Stream.of(
                Row.of(
                        "by another signatory",
                        Story.drafted(),
                        withdraw,
                        by(ARF),
                        "partner:drafter-or-committee"),
                Row.of(
                        "by a suspended drafter",
                        Story.drafted(),
                        withdraw,
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "by a suspended secretariat",
                        Story.drafted(),
                        withdraw,
                        Scene.as(Scene.suspended(ARF), Role.COMMITTEE),
                        "partner:partner-suspended"),
                Row.of(
                        "once adopted",
                        Story.adopted(),
                        withdraw,
                        by(AMF),
                        "status:only-before-adoption"),
                Row.of(
                        "without a reason",
                        Story.drafted(),
                        new ContributionCommand.Withdraw("\u200b"),
                        by(AMF),
                        "reason:required"),
                Row.of(
                        "with a long reason",
                        Story.drafted(),
                        new ContributionCommand.Withdraw(LONG),
                        by(AMF),
                        "reason:too-long"));
    }

    private static ContributionCommand.DraftedSection section(
            @Nullable String id, @Nullable String heading, @Nullable String body) {
        return new ContributionCommand.DraftedSection(id, heading, body);
    }

    private static Row row(String name, ContributionCommand command, String... expected) {
        return Row.of(name, Story.drafted(), command, by(AMF), expected);
    }
}
