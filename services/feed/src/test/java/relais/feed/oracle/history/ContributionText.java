package relais.feed.oracle.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import relais.events.contributions.AmendmentAccepted;
import relais.events.contributions.AmendmentProposed;
import relais.events.contributions.AmendmentRejected;
import relais.events.contributions.AmendmentWithdrawn;
import relais.events.contributions.Axis;
import relais.events.contributions.ContributionDrafted;
import relais.events.contributions.Section;

/** The sections of a contribution, and the amendments to them that are not settled yet. */
final class ContributionText {

    private static final int MOST_SECTIONS = 6;
    private static final int MOST_AMENDMENTS = 15;

    private final ContributionLife contribution;
    private final Dice dice;
    private final Prose prose;
    private final List<Section> sections = new ArrayList<>();
    private final Map<AmendmentProposed, PartnerLife> open = new LinkedHashMap<>();
    private long version;
    private int sectionsEver;
    private int amendmentsEver;

    ContributionText(ContributionLife contribution) {
        this.contribution = contribution;
        this.dice = contribution.dice;
        this.prose = contribution.prose;
    }

    boolean isWritten() {
        return !sections.isEmpty();
    }

    boolean isSettled() {
        return open.isEmpty();
    }

    String anySection() {
        return dice.one(sections).getSectionId();
    }

    List<Axis> axes() {
        List<Axis> all = List.of(Axis.values());
        return dice.some(all.subList(1, all.size()), 1, 3);
    }

    /** Some sections stay as they are, some are rewritten, one comes, one goes, or they move. */
    ContributionDrafted drafted(String title) {
        for (int i = 0; i < sections.size(); i++) {
            if (dice.percent(40)) {
                sections.set(i, section(sections.get(i).getSectionId()));
            }
        }
        if (sections.size() > 1 && dice.percent(20)) {
            Section gone = dice.one(sections);
            if (open.keySet().stream()
                    .noneMatch(to -> to.getSectionId().equals(gone.getSectionId()))) {
                sections.remove(gone);
            }
        }
        if (sections.size() > 1 && dice.percent(20)) {
            sections.addFirst(sections.removeLast());
        }
        if (sections.isEmpty() || (sections.size() < MOST_SECTIONS && dice.percent(40))) {
            sections.add(section("s-" + ++sectionsEver));
        }
        version = contribution.nextVersion();
        return ContributionDrafted.newBuilder()
                .setContributionId(contribution.id)
                .setTitle(title)
                .setSummary(dice.maybe(prose::sentence))
                .setAxes(axes())
                .setSections(List.copyOf(sections))
                .setNote(dice.maybe(prose::sentence))
                .build();
    }

    private Section section(String id) {
        return new Section(id, prose.title(), prose.paragraph());
    }

    /** What may happen to amendments while the text is open. */
    Moves amending(PartnerLife proposer) {
        var moves = new Moves();
        moves.may(
                proposer.isSignatory() && amendmentsEver < MOST_AMENDMENTS,
                8,
                () -> contribution.by(proposer, proposed(proposer)));
        if (!open.isEmpty()) {
            AmendmentProposed amendment = dice.one(List.copyOf(open.keySet()));
            moves.may(6, () -> settle(amendment, proposer, accepted(amendment)))
                    .may(3, () -> settle(amendment, proposer, rejected(amendment)))
                    .may(2, () -> settle(amendment, proposerOf(amendment), withdrawn(amendment)));
        }
        return moves;
    }

    private PartnerLife proposerOf(AmendmentProposed amendment) {
        return open.getOrDefault(amendment, dice.one(contribution.world.partners));
    }

    private Turn settle(AmendmentProposed amendment, PartnerLife by, SpecificRecord settlement) {
        open.remove(amendment);
        return contribution.by(by, settlement);
    }

    private AmendmentProposed proposed(PartnerLife proposer) {
        Section section = dice.one(sections);
        AmendmentProposed amendment =
                AmendmentProposed.newBuilder()
                        .setContributionId(contribution.id)
                        .setAmendmentId("am-" + ++amendmentsEver)
                        .setPartnerId(proposer.id)
                        .setSectionId(section.getSectionId())
                        .setBasedOn(version)
                        .setBaseHeading(section.getHeading())
                        .setBaseBody(section.getBody())
                        .setHeading(dice.percent(50) ? section.getHeading() : prose.title())
                        .setBody(prose.paragraph())
                        .setReason(prose.sentence())
                        .build();
        open.put(amendment, proposer);
        return amendment;
    }

    /** As proposed, or as merged with what had changed meanwhile. */
    private AmendmentAccepted accepted(AmendmentProposed amendment) {
        var now =
                new Section(
                        amendment.getSectionId(),
                        amendment.getHeading(),
                        dice.percent(70) ? amendment.getBody() : prose.paragraph());
        sections.replaceAll(
                section -> section.getSectionId().equals(now.getSectionId()) ? now : section);
        version = contribution.nextVersion();
        return AmendmentAccepted.newBuilder()
                .setContributionId(contribution.id)
                .setAmendmentId(amendment.getAmendmentId())
                .setSectionId(now.getSectionId())
                .setHeading(now.getHeading())
                .setBody(now.getBody())
                .setComment(dice.maybe(prose::sentence))
                .build();
    }

    private AmendmentRejected rejected(AmendmentProposed amendment) {
        return AmendmentRejected.newBuilder()
                .setContributionId(contribution.id)
                .setAmendmentId(amendment.getAmendmentId())
                .setReason(prose.sentence())
                .build();
    }

    private AmendmentWithdrawn withdrawn(AmendmentProposed amendment) {
        return AmendmentWithdrawn.newBuilder()
                .setContributionId(contribution.id)
                .setAmendmentId(amendment.getAmendmentId())
                .setReason(dice.maybe(prose::sentence))
                .build();
    }
}
