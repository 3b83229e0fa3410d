package relais.feed.projection;

import static relais.feed.projection.Reference.To.CARD;
import static relais.feed.projection.Reference.To.PARTNER;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * A policy text of the committee, with the evidence it rests on. Its preview is the summary.
 *
 * @param amendments every one that was proposed, in that order, with what became of it
 * @param consultation the last one; null before the first
 */
@Schema(name = "ContributionText")
@StoredType(value = "CONTRIBUTION", omitsEmpty = true)
public record ContributionCard(
        @StoredField(unwrapped = true) Revision revision,
        @StoredField(unwrapped = true) Headline headline,
        @StoredField(unwrapped = true) @JsonUnwrapped Opening opening,
        @StoredField(unwrapped = true) @JsonUnwrapped Text text,
        @JsonIgnore List<Evidence> evidence,
        List<Amendment> amendments,
        @Nullable Consultation consultation,
        @StoredField(unwrapped = true) @JsonUnwrapped Life life)
        implements Card {

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
    @StoredType(omitsEmpty = true)
    public record Opening(
            @JsonIgnore String partner,
            @Schema(example = "FRAMEWORK") String contributionKind,
            @Reference(PARTNER) List<String> drafters,
            @Reference(CARD) @Nullable String supersedes) {

        public Opening {
            drafters = List.copyOf(drafters);
        }
    }

    /**
     * What it says.
     *
     * @param textNote what the drafters said of the last change
     */
    @StoredType(omitsEmpty = true)
    public record Text(
            List<Section> sections,
            @Schema(description = "The version of the card that last changed the text")
                    long textVersion,
            @Nullable String textNote) {

        public Text {
            sections = List.copyOf(sections);
        }
    }

    @Schema(name = "Section")
    public record Section(
            String id,
            String heading,
            @Schema(description = "Markdown") String body,
            @Schema(description = "The version of the card that last changed it") long changedIn) {}

    /** An experience that is cited, pinned at a version. */
    public record Evidence(
            String experience,
            @Schema(description = "The version that is cited") long version,
            @Nullable String section,
            @Nullable String note,
            Instant citedAt,
            @Schema(description = "What became of it since; absent while the version stands")
                    @Nullable Outdated outdated) {

        public Evidence with(@Nullable Outdated change) {
            return new Evidence(experience, version, section, note, citedAt, change);
        }
    }

    /**
     * The cited experience moved on.
     *
     * @param inVersion the experience's version that did it
     */
    @Schema(name = "OutdatedEvidence")
    public record Outdated(
            @Schema(allowableValues = {"REVISED", "WITHDRAWN", "MODERATED"}) String change,
            long inVersion,
            Instant changedAt,
            @Nullable String reason) {}

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
     * @param heading as proposed, like the body, whatever became of it
     * @param remark what was said when it was settled
     * @param settledAt null while it is open
     */
    @Schema(name = "Amendment")
    public record Amendment(
            String id,
            @Reference(PARTNER) String partner,
            String section,
            @Schema(description = "The text version it was written against") long basedOn,
            String heading,
            String body,
            String reason,
            Instant proposedAt,
            Settlement settlement,
            @Schema(
                            description =
                                    "Whether it was accepted in other words than these, which are"
                                            + " its proposer's: the section has those words")
                    @StoredField(omittedIfEmpty = true)
                    boolean reworded,
            @Nullable String remark,
            @Nullable Instant settledAt) {

        Amendment settled(Settlement how, boolean otherwise, @Nullable String why, Instant at) {
            return new Amendment(
                    id,
                    partner,
                    section,
                    basedOn,
                    heading,
                    body,
                    reason,
                    proposedAt,
                    how,
                    otherwise,
                    why,
                    at);
        }
    }

    /**
     * Where it stands.
     *
     * @param firstConsultedAt from when everyone may read it; then it never changes
     * @param reason why it was withdrawn
     * @param supersededBy the contribution that replaced it
     */
    public record Life(
            @JsonIgnore Status status,
            @JsonIgnore @Nullable Instant firstConsultedAt,
            @JsonIgnore @Nullable LocalDate adoptedOn,
            @Nullable String adoptionNote,
            @JsonIgnore @Nullable String reason,
            @Reference(CARD) @Nullable String supersededBy) {

        Life now(Status other, @Nullable String why) {
            return new Life(other, firstConsultedAt, null, null, why, null);
        }
    }

    @Override
    public ContributionCard at(Revision other) {
        return new ContributionCard(
                other, headline, opening, text, evidence, amendments, consultation, life);
    }

    ContributionCard with(Headline title, Text now) {
        return new ContributionCard(
                revision, title, opening, now, evidence, amendments, consultation, life);
    }

    ContributionCard withEvidence(List<Evidence> now) {
        return new ContributionCard(
                revision, headline, opening, text, now, amendments, consultation, life);
    }

    ContributionCard withAmendments(List<Amendment> now) {
        return new ContributionCard(
                revision, headline, opening, text, evidence, now, consultation, life);
    }

    ContributionCard with(@Nullable Consultation now) {
        return new ContributionCard(
                revision, headline, opening, text, evidence, amendments, now, life);
    }

    ContributionCard with(Life now) {
        return new ContributionCard(
                revision, headline, opening, text, evidence, amendments, consultation, now);
    }

    /** What is left of one that was withdrawn: its title and why. */
    public ContributionCard tombstone() {
        return new ContributionCard(
                revision,
                new Headline(
                        headline.title(),
                        null,
                        headline.territory(),
                        null,
                        headline.axes(),
                        List.of()),
                opening,
                new Text(List.of(), text.textVersion(), null),
                List.of(),
                List.of(),
                null,
                life);
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
    public @Nullable Instant publishedAt() {
        return life.firstConsultedAt();
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
    public @Nullable String reason() {
        return life.reason();
    }

    @Override
    public String partner() {
        return opening.partner();
    }
}
