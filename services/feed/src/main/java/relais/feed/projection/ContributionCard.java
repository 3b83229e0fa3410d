package relais.feed.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy text of the committee, with the evidence it rests on.
 *
 * @param amendments every one that was proposed, in that order, with what became of it
 * @param consultation the last one; null before the first
 */
public record ContributionCard(
        Revision revision,
        Opening opening,
        Text text,
        List<Evidence> evidence,
        List<Amendment> amendments,
        @Nullable Consultation consultation,
        Life life)
        implements Card {

    /** The committee speaks for the whole country. */
    static final String TERRITORY = "pays:FR";

    public ContributionCard {
        evidence = List.copyOf(evidence);
        amendments = List.copyOf(amendments);
    }

    /**
     * How it began.
     *
     * @param contributionKind {@code OPINION}, {@code FRAMEWORK} or {@code PROPOSAL}
     * @param drafters the partners that write it
     * @param supersedes the adopted contribution that it is to replace
     */
    public record Opening(
            String partner,
            String contributionKind,
            List<String> drafters,
            @Nullable String supersedes) {

        public Opening {
            drafters = List.copyOf(drafters);
        }
    }

    /**
     * What it says.
     *
     * @param textVersion the version of the card that last changed it
     * @param note what the drafters said of that change
     */
    public record Text(
            String title,
            @Nullable String summary,
            List<String> axes,
            List<Section> sections,
            long textVersion,
            @Nullable String note) {

        public Text {
            axes = List.copyOf(axes);
            sections = List.copyOf(sections);
        }
    }

    /**
     * One section.
     *
     * @param body Markdown
     * @param changedIn the version of the card that last changed heading or body
     */
    public record Section(String id, String heading, String body, long changedIn) {}

    /**
     * An experience that is cited, pinned at a version.
     *
     * @param outdated what became of the experience since; null while the version stands
     */
    public record Evidence(
            String experience,
            long version,
            @Nullable String section,
            @Nullable String note,
            Instant citedAt,
            @Nullable Outdated outdated) {}

    /**
     * The cited experience moved on.
     *
     * @param change {@code REVISED}, {@code WITHDRAWN} or {@code MODERATED}
     * @param inVersion the experience's version that did it
     */
    public record Outdated(
            String change, long inVersion, Instant changedAt, @Nullable String reason) {}

    /** What became of an amendment. */
    public enum Settlement {
        PROPOSED,
        ACCEPTED,
        REJECTED,
        WITHDRAWN
    }

    /**
     * A change of one section that a signatory proposes.
     *
     * @param basedOn the text version it was written against
     * @param heading as proposed, like the body, whatever became of it
     * @param reworded whether the drafters accepted it in other words, which the section then has
     * @param remark what was said when it was settled
     * @param settledAt null while it is open
     */
    public record Amendment(
            String id,
            String partner,
            String section,
            long basedOn,
            String heading,
            String body,
            String reason,
            Instant proposedAt,
            Settlement settlement,
            boolean reworded,
            @Nullable String remark,
            @Nullable Instant settledAt) {}

    /**
     * The signatories are asked.
     *
     * @param signatories those of the moment it was opened: they alone take positions
     * @param quorum how many positions are needed
     * @param positions the last one of each signatory, in the order of first taking
     * @param closedBecause why it was closed without adoption; null unless it was
     */
    public record Consultation(
            Instant openedAt,
            Instant deadline,
            List<String> signatories,
            int quorum,
            @Nullable String note,
            List<Position> positions,
            @Nullable Instant closedAt,
            @Nullable String closedBecause) {

        public Consultation {
            signatories = List.copyOf(signatories);
            positions = List.copyOf(positions);
        }
    }

    /**
     * What a signatory thinks of it.
     *
     * @param choice {@code CONSENT}, {@code RESERVATION}, {@code OBJECTION} or {@code ABSTENTION}
     */
    public record Position(String partner, String choice, Instant at, @Nullable String reason) {}

    /**
     * Where it stands.
     *
     * @param firstConsultedAt from when everyone may read it; then it never changes
     * @param reason why it was withdrawn
     * @param supersededBy the contribution that replaced it
     */
    public record Life(
            Status status,
            @Nullable Instant firstConsultedAt,
            @Nullable LocalDate adoptedOn,
            @Nullable String adoptionNote,
            @Nullable String reason,
            @Nullable String supersededBy) {}

    @Override
    public ContributionCard at(Revision other) {
        return new ContributionCard(other, opening, text, evidence, amendments, consultation, life);
    }

    ContributionCard with(Text now) {
        return new ContributionCard(
                revision, opening, now, evidence, amendments, consultation, life);
    }

    ContributionCard withEvidence(List<Evidence> now) {
        return new ContributionCard(revision, opening, text, now, amendments, consultation, life);
    }

    ContributionCard withAmendments(List<Amendment> now) {
        return new ContributionCard(revision, opening, text, evidence, now, consultation, life);
    }

    ContributionCard with(@Nullable Consultation now) {
        return new ContributionCard(revision, opening, text, evidence, amendments, now, life);
    }

    ContributionCard with(Life now) {
        return new ContributionCard(
                revision, opening, text, evidence, amendments, consultation, now);
    }

    @Override
    public List<String> refersTo() {
        return evidence.stream().map(Evidence::experience).toList();
    }

    @Override
    public Visibility visibility() {
        return life.firstConsultedAt() == null ? Visibility.SIGNATORIES : Visibility.PUBLIC;
    }

    @Override
    public Instant date() {
        Instant consulted = life.firstConsultedAt();
        return consulted == null ? revision.createdAt() : consulted;
    }

    @Override
    public Kind kind() {
        return Kind.CONTRIBUTION;
    }

    @Override
    public Status status() {
        return life.status();
    }

    @Override
    public String partner() {
        return opening.partner();
    }

    @Override
    public String territory() {
        return TERRITORY;
    }
}
