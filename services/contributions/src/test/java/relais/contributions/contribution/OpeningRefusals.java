package relais.contributions.contribution;

import static relais.contributions.contribution.Commands.open;
import static relais.contributions.contribution.Scene.AMF;
import static relais.contributions.contribution.Scene.TOWN;
import static relais.contributions.contribution.Scene.by;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.contributions.known.Circumstances;

/** Why a contribution is not opened. */
final class OpeningRefusals {

    private static final List<String> AXES = List.of("USES");

    private OpeningRefusals() {}

    static Stream<Row> rows() {
        return Stream.of(
                row(
                        "neither a signatory nor the secretariat",
                        open(),
                        by(TOWN),
                        "partner:signatory-or-committee"),
                row(
                        "a suspended signatory",
                        open(),
                        by(Scene.suspended(AMF)),
                        "partner:partner-suspended",
                        "partner:signatory-or-committee"),
                row(
                        "the secretariat of no partner",
                        open(),
                        Scene.of(new Actor("m-1", null, Set.of(Role.COMMITTEE)), null),
                        "partner:partner-required"),
                row(
                        "an unknown partner",
                        open(),
                        Scene.of(new Actor("m-1", AMF.id(), Set.of(Role.COMMITTEE)), null),
                        "partner:partner-unknown"),
                Row.of("again", Story.opened(), open(), by(AMF), "id:already-opened"),
                row("no kind", open(null, "Titre", AXES, List.of(), null), "kind:required"),
                row(
                        "another kind",
                        open("POEM", "Titre", AXES, List.of(), null),
                        "kind:unknown-kind"),
                row("no title", open("OPINION", " ", AXES, List.of(), null), "title:required"),
                row(
                        "a long title",
                        open("OPINION", "é".repeat(101), AXES, List.of(), null),
                        "title:too-long"),
                row(
                        "a title of two lines",
                        open("OPINION", "a\nb", AXES, List.of(), null),
                        "title:one-line"),
                row(
                        "a long summary",
                        new ContributionCommand.Open(
                                new ContributionId("c-1"),
                                new ContributionCommand.Opening(
                                        "OPINION",
                                        "Titre",
                                        "é".repeat(301),
                                        AXES,
                                        List.of(),
                                        null)),
                        "summary:too-long"),
                row(
                        "no axis",
                        open("OPINION", "Titre", List.of(), List.of(), null),
                        "axes:required"),
                row(
                        "another axis",
                        open("OPINION", "Titre", List.of("USES", "FUN"), List.of(), null),
                        "axes[1]:unknown-axis"),
                row(
                        "too many axes",
                        open("OPINION", "Titre", Collections.nCopies(7, "USES"), List.of(), null),
                        "axes:too-many"),
                row(
                        "drafters that are no signatories",
                        open("OPINION", "Titre", AXES, List.of("p-adf", "p-town", "nobody"), null),
                        "drafters[1]:drafter-not-signatory",
                        "drafters[2]:drafter-not-signatory"),
                row(
                        "too many drafters",
                        open("OPINION", "Titre", AXES, Collections.nCopies(101, "p-adf"), null),
                        "drafters:too-many"),
                row("superseding nothing", superseding("c-none"), "supersedes:superseded-unknown"),
                row(
                        "superseding no contribution",
                        superseding("x-1"),
                        "supersedes:superseded-unknown"),
                row(
                        "superseding what is not public",
                        superseding("c-secret"),
                        "supersedes:superseded-unknown"),
                row(
                        "superseding what is not adopted",
                        superseding("c-consulted"),
                        "supersedes:superseded-not-adopted"),
                row(
                        "all at once",
                        open(null, null, List.of(), List.of("p-town"), "c-none"),
                        "kind:required",
                        "title:required",
                        "axes:required",
                        "drafters[0]:drafter-not-signatory",
                        "supersedes:superseded-unknown"));
    }

    private static ContributionCommand superseding(String id) {
        return open("OPINION", "Titre", AXES, List.of(), id);
    }

    private static Row row(String name, ContributionCommand command, String... expected) {
        return row(name, command, by(AMF), expected);
    }

    private static Row row(
            String name, ContributionCommand command, Circumstances who, String... expected) {
        return Row.of(name, new Story(), command, who, expected);
    }
}
