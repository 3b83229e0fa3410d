package relais.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contribution as its own service shows it to those who work on it: partners are named by their
 * ids, and what was written a moment ago is in it. Of a withdrawn one most readers get no text.
 *
 * @param textVersion the version in which the text last changed; absent without text
 * @param deadline of that consultation, in lists, which have no text
 */
public record Contribution(
        String id,
        long version,
        String status,
        String kind,
        String title,
        @Nullable String summary,
        List<String> axes,
        String partner,
        List<String> drafters,
        @Nullable Long textVersion,
        List<Section> sections,
        List<Evidence> evidence,
        List<Amendment> amendments,
        @Nullable Instant submittedAt,
        @Nullable String submissionNote,
        @Nullable Consultation consultation,
        @Nullable Instant deadline,
        @Nullable LocalDate adoptedOn,
        @Nullable String supersedes,
        @Nullable String supersededBy,
        @Nullable String reason,
        Instant openedAt,
        Instant updatedAt) {

    /** A part of the text; the body is Markdown. */
    public record Section(String id, int number, String heading, String body, long changedIn) {}

    /** An experience at a version; without a section it supports the whole text. */
    public record Evidence(
            String experience,
            long version,
            @Nullable String section,
            @Nullable String note,
            @Nullable Outdated outdated) {}

    public record Outdated(String change, long version, Instant at, @Nullable String reason) {}

    /** Another wording that a partner proposes, without its texts. */
    public record Amendment(
            String id,
            String partner,
            String section,
            @Nullable String heading,
            long basedOn,
            @Nullable String reason,
            String status,
            @Nullable String answer,
            @Nullable Boolean moved) {

        public boolean isOpen() {
            return status.equals("OPEN");
        }
    }

    public record Consultation(
            Instant openedAt,
            Instant deadline,
            List<String> signatories,
            int quorum,
            @Nullable String note,
            List<Position> positions,
            List<String> silent) {}

    public record Position(
            String partner, String position, @Nullable String reason, Instant takenAt) {}

    public boolean is(String wanted) {
        return status.equals(wanted);
    }

    public Optional<Section> section(@Nullable String wanted) {
        return sections.stream().filter(section -> section.id().equals(wanted)).findFirst();
    }

    /** The heading of a part, or its id if it is no longer there. */
    public String heading(String section) {
        return section(section).map(Section::heading).orElse(section);
    }

    public List<Evidence> evidenceFor(String section) {
        return evidence.stream().filter(each -> section.equals(each.section())).toList();
    }

    /** What supports the text as a whole, or a part that is no longer there. */
    public List<Evidence> evidenceForAll() {
        return evidence.stream().filter(each -> section(each.section()).isEmpty()).toList();
    }

    public Optional<Evidence> evidence(String experience) {
        return evidence.stream().filter(each -> each.experience().equals(experience)).findFirst();
    }

    public List<Amendment> openAmendments() {
        return amendments.stream().filter(Amendment::isOpen).toList();
    }

    public List<Amendment> openAmendments(String section) {
        return openAmendments().stream().filter(each -> each.section().equals(section)).toList();
    }

    /** The position of a partner, if it was asked and has one. */
    public Optional<Position> position(@Nullable String of) {
        return consultation == null
                ? Optional.empty()
                : consultation.positions().stream()
                        .filter(each -> each.partner().equals(of))
                        .findFirst();
    }

    public boolean asks(@Nullable String one) {
        return consultation != null && one != null && consultation.signatories().contains(one);
    }
}
