package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.contributions.known.Circumstances;

/** What may be proposed, and what may become of it. */
final class AmendmentRules {

    static final int MAX_AMENDMENTS = 200;

    /**
     * What all amendments say together, answers apart. They stay for good in a document that the
     * store takes up to 16 MiB of: two hundred of the longest would fill it.
     */
    static final int MAX_LENGTH = 1_000_000;

    private AmendmentRules() {}

    static Stream<Refusal> isSound(ContributionCommand.Proposal proposal) {
        return Refusal.all(
                Refusal.when(proposal.section() == null, Refusal.invalid("section", "required")),
                Refusal.when(proposal.basedOn() == null, Refusal.invalid("basedOn", "required")),
                TextRules.HEADING.check("heading", proposal.heading()),
                proposal.body() == null
                        ? Stream.of(Refusal.invalid("body", "required"))
                        : TextRules.BODY.check("body", proposal.body()));
    }

    /** One amends what one has read. */
    static Stream<Refusal> sectionHasNotMoved(ContributionCommand.Proposal proposal, Text text) {
        Long basedOn = proposal.basedOn();
        if (proposal.section() == null || basedOn == null) {
            return Stream.empty();
        }
        if (basedOn > text.version()) {
            return Stream.of(Refusal.invalid("basedOn", "text-version-unknown", text.version()));
        }
        return text.section(proposal.section())
                .map(section -> Refusal.when(section.changedIn() > basedOn, moved("basedOn", text)))
                .orElseGet(() -> Stream.of(moved("section", text)));
    }

    private static Refusal moved(String field, Text text) {
        return Refusal.conflict(field, "section-moved", text.version());
    }

    static Stream<Refusal> changesSomething(ContributionCommand.Proposal proposal, Text text) {
        return text
                .section(proposal.section())
                .filter(_ -> proposal.body() != null)
                .filter(section -> wording(proposal, section).equals(section.wording()))
                .map(_ -> Refusal.invalid("body", "amendment-changes-nothing"))
                .stream();
    }

    /** What the section would say: its heading stays if none is given. */
    private static Wording wording(ContributionCommand.Proposal proposal, Section section) {
        return new Wording(
                requireNonNullElse(proposal.heading(), section.heading()),
                requireNonNullElse(proposal.body(), ""));
    }

    static Stream<Refusal> isWithinLimit(AmendmentId id, Contribution before) {
        return Stream.concat(
                Refusal.when(
                        before.amendments().size() >= MAX_AMENDMENTS,
                        Refusal.conflict("amendments", "too-many-amendments", MAX_AMENDMENTS)),
                Refusal.when(
                        before.amendment(id).isPresent(),
                        Refusal.conflict("amendment", "amendment-id-taken")));
    }

    /** A contribution is kept whole: what may be added to it has an end. */
    static Stream<Refusal> fitTogether(ContributionCommand.Proposal proposal, Contribution before) {
        long length = before.amendments().stream().mapToLong(Amendment::length).sum();
        long more =
                before.text()
                        .section(proposal.section())
                        .map(
                                section ->
                                        section.wording().length()
                                                + wording(proposal, section).length()
                                                + TextRule.length(proposal.reason()))
                        .orElse(0);
        return Refusal.when(
                length + more > MAX_LENGTH,
                Refusal.conflict("amendments", "amendments-too-long", MAX_LENGTH));
    }

    static Stream<Refusal> areSettled(Contribution before) {
        long open = before.openAmendments().size();
        return Refusal.when(open > 0, Refusal.conflict("amendments", "amendments-open", open));
    }

    static Stream<Refusal> isOpen(AmendmentId id, Contribution before) {
        return before.amendment(id)
                .map(
                        amendment ->
                                Refusal.when(
                                        !amendment.isOpen(),
                                        Refusal.conflict(
                                                "amendment",
                                                "amendment-closed",
                                                amendment.status())))
                .orElseGet(() -> Stream.of(Refusal.notFound("amendment", "amendment-unknown")));
    }

    /**
     * What the partner proposed is accepted as it is, unless the section moved: then the drafter
     * shows with {@code against} that the resolved text takes the present one into account, so that
     * nobody's words are overwritten unread.
     */
    static Stream<Refusal> movedTextIsResolved(
            AmendmentId id, ContributionCommand.Acceptance acceptance, Contribution before) {
        Optional<Amendment> open = before.amendment(id).filter(Amendment::isOpen);
        if (open.isEmpty()) {
            return Stream.empty();
        }
        Amendment amendment = open.get();
        Optional<Section> section = before.text().section(amendment.section());
        if (section.isEmpty()) {
            return Stream.of(Refusal.conflict("section", "amendment-section-gone"));
        }
        long changedIn = section.get().changedIn();
        if (changedIn <= amendment.basedOn()) {
            return Refusal.when(
                    acceptance.heading() != null || acceptance.body() != null,
                    Refusal.invalid(
                            acceptance.body() == null ? "heading" : "body", "nothing-to-resolve"));
        }
        long current = before.text().version();
        Long against = acceptance.against();
        boolean read = against != null && against >= changedIn && against <= current;
        return acceptance.body() == null || !read
                ? Stream.of(Refusal.conflict("amendment", "amendment-outdated", current))
                : Refusal.when(
                        heading(acceptance, before.threeWay(amendment)).isEmpty(),
                        Refusal.invalid("heading", "required"));
    }

    /** The heading that is given, or else the merged one; empty if both sides changed it. */
    private static Optional<String> heading(
            ContributionCommand.Acceptance acceptance, ThreeWay view) {
        String base = view.base().heading();
        String proposed = view.proposed().heading();
        String current = view.current() == null ? base : view.current().heading();
        if (acceptance.heading() != null) {
            return Optional.of(acceptance.heading());
        }
        if (proposed.equals(base)) {
            return Optional.of(current);
        }
        return current.equals(base) || current.equals(proposed)
                ? Optional.of(proposed)
                : Optional.empty();
    }

    static Stream<Refusal> resultFits(
            AmendmentId id, ContributionCommand.Acceptance acceptance, Contribution before) {
        return before.amendment(id)
                .flatMap(
                        amendment ->
                                result(acceptance, amendment, before)
                                        .map(result -> amended(before, amendment, result)))
                .map(
                        length ->
                                Refusal.all(
                                        TextRules.HEADING.check("heading", acceptance.heading()),
                                        TextRules.BODY.check("body", acceptance.body()),
                                        Refusal.when(
                                                length > TextRules.MAX_LENGTH,
                                                Refusal.conflict(
                                                        "sections",
                                                        "text-too-long",
                                                        TextRules.MAX_LENGTH))))
                .orElse(Stream.empty());
    }

    /** How long the text would be. */
    private static int amended(Contribution before, Amendment amendment, Wording result) {
        return before.text().sections().stream()
                .map(one -> one.id().equals(amendment.section()) ? result : one.wording())
                .mapToInt(Wording::length)
                .sum();
    }

    /** What the section says once the amendment is accepted; empty if that is not clear. */
    private static Optional<Wording> result(
            ContributionCommand.Acceptance acceptance, Amendment amendment, Contribution before) {
        String body = acceptance.body();
        return body == null
                ? Optional.of(amendment.proposed())
                : heading(acceptance, before.threeWay(amendment))
                        .map(heading -> new Wording(heading, body));
    }

    static ContributionEvent proposed(
            AmendmentId id,
            ContributionCommand.Proposal proposal,
            Text text,
            Circumstances context) {
        Section section = text.section(proposal.section()).orElseThrow();
        return new ContributionEvent.AmendmentProposed(
                id,
                requireNonNull(context.actor().partner()),
                section.id(),
                requireNonNull(proposal.basedOn()),
                section.wording(),
                wording(proposal, section),
                requireNonNull(proposal.reason()));
    }

    static ContributionEvent accepted(
            AmendmentId id, ContributionCommand.Acceptance acceptance, Contribution before) {
        Amendment amendment = before.amendment(id).orElseThrow();
        return new ContributionEvent.AmendmentAccepted(
                id,
                amendment.section(),
                result(acceptance, amendment, before).orElseThrow(),
                acceptance.comment());
    }
}
