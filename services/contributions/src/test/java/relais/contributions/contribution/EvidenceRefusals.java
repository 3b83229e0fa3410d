package relais.contributions.contribution;

import static relais.contributions.contribution.Commands.cite;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.ARF;
import static relais.contributions.contribution.Scene.by;

import java.util.stream.Stream;
import relais.aggregates.partner.Role;
import relais.contributions.known.ExperienceId;

/** Why an experience is not cited, or not removed. */
final class EvidenceRefusals {

    private static final String LONG = "é".repeat(2_001);

    private EvidenceRefusals() {}

    static Stream<Row> rows() {
        ContributionCommand cite = cite("x-published", 3);
        ContributionCommand remove = new ContributionCommand.RemoveEvidence("x-published", null);
        return Stream.of(
                Row.of(
                        "by another signatory",
                        Story.drafted(),
                        cite,
                        by(ARF),
                        "partner:drafters-only"),
                Row.of(
                        "by a suspended drafter",
                        Story.drafted(),
                        cite,
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "once adopted",
                        Story.adopted(),
                        cite,
                        by(AMF),
                        "status:only-while-drafting"),
                row(
                        "nothing",
                        new ContributionCommand.Cite(null, null, null, null),
                        "experience:required",
                        "version:required"),
                row(
                        "for a section that is not there",
                        new ContributionCommand.Cite("x-published", 3L, "s-9", null),
                        "section:section-unknown"),
                row(
                        "with a long note",
                        new ContributionCommand.Cite("x-published", 3L, null, LONG),
                        "note:too-long"),
                row("unknown", cite("x-none", 1), "experience:evidence-unknown"),
                row("no experience", cite("p-amf", 1), "experience:evidence-unknown"),
                row("never published", cite("x-submitted", 1), "version:evidence-not-published"),
                row(
                        "before its publication",
                        cite("x-published", 1),
                        "version:evidence-not-published"),
                row("at version 0", cite("x-published", 0), "version:evidence-not-published"),
                row(
                        "ahead of what is known",
                        cite("x-published", 4),
                        "version:evidence-version-unknown"),
                row("withdrawn", cite("x-withdrawn", 4), "experience:evidence-withdrawn"),
                row("moderated", cite("x-moderated", 3), "experience:evidence-moderated"),
                Row.of("one more than fits", full(), cite, by(AMF), "experience:too-much-evidence"),
                Row.of("by another signatory", cited(), remove, by(ARF), "partner:drafters-only"),
                Row.of(
                        "by a suspended drafter",
                        cited(),
                        remove,
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended"),
                Row.of(
                        "during the consultation",
                        cited().then(Commands.consult(), Scene.secretary()),
                        remove,
                        by(AMF),
                        "status:only-while-drafting"),
                row("not cited", remove, "experience:evidence-not-cited"),
                row(
                        "with a long reason",
                        new ContributionCommand.RemoveEvidence("x-published", LONG),
                        "experience:evidence-not-cited",
                        "reason:too-long"),
                row("asked by someone", Commands.outdate(), "roles:service-only"),
                Row.of(
                        "asked by the secretariat",
                        Story.drafted(),
                        Commands.outdate(),
                        Scene.as(AMF, Role.COMMITTEE, Role.OPERATOR),
                        "roles:service-only"),
                Row.of(
                        "of nothing",
                        new Story(),
                        Commands.outdate(),
                        Scene.service(),
                        "id:contribution-unknown"),
                row(
                        "asked by someone",
                        new ContributionCommand.Supersede(new ContributionId("c-2")),
                        "roles:service-only"),
                Row.of(
                        "of nothing",
                        new Story(),
                        new ContributionCommand.Supersede(new ContributionId("c-2")),
                        Scene.service(),
                        "id:contribution-unknown"));
    }

    private static Story cited() {
        return Story.drafted().then(cite("x-published", 3), by(AMF));
    }

    private static Story full() {
        Story story = Story.drafted();
        for (int i = 0; i < EvidenceRules.MAX_EVIDENCE; i++) {
            story.happened(
                    new ContributionEvent.EvidenceCited(new ExperienceId("x-" + i), 1, null, null),
                    Scene.NOW);
        }
        return story;
    }

    private static Row row(String name, ContributionCommand command, String... expected) {
        return Row.of(name, Story.drafted(), command, by(AMF), expected);
    }
}
