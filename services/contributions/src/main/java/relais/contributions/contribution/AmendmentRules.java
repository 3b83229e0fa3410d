package relais.contributions.contribution;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.contributions.contribution.ContributionCommand.AcceptAmendment;
import relais.contributions.contribution.ContributionCommand.ProposeAmendment;

/** What may be proposed, and what may become of it. */
final class AmendmentRules {

    static final int MAX_AMENDMENTS = 200;

    /**
     * What all amendments say together, answers apart. They stay for good in a document that the
     * store takes up to 16 MiB of: two hundred of the longest would fill it.
     */
    static final int MAX_LENGTH = 1_000_000;

    private AmendmentRules() {}

    static Stream<Refusal> soundAmendment(Case judged) {
        if (!(judged.command() instanceof ProposeAmendment propose)) {
            return Stream.empty();
        }
        return Stream.of(
                        Refusal.when(
                                propose.section() == null, Refusal.invalid("section", "required")),
                        Refusal.when(
                                propose.basedOn() == null, Refusal.invalid("basedOn", "required")),
                        TextRules.HEADING.check("heading", propose.heading()),
                        propose.body() == null
                                ? Stream.of(Refusal.invalid("body", "required"))
                                : TextRules.BODY.check("body", propose.body()))
                .flatMap(refusals -> refusals);
    }

    static Stream<Refusal> sectionHasNotMoved(Case judged) {
        Contribution contribution = judged.contribution();
        if (contribution == null
                || !(judged.command() instanceof ProposeAmendment propose)
                || propose.section() == null
                || propose.basedOn() == null) {
            return Stream.empty();
        }
        long current = contribution.text().version();
        if (propose.basedOn() > current) {
            return Stream.of(Refusal.invalid("basedOn", "text-version-unknown", current));
        }
        Optional<Section> section = judged.section(propose.section());
        if (section.isEmpty()) {
            return Stream.of(Refusal.conflict("section", "section-moved", current));
        }
        return Refusal.when(
                section.get().changedIn() > propose.basedOn(),
                Refusal.conflict("basedOn", "section-moved", current));
    }

    static Stream<Refusal> changesSomething(Case judged) {
        if (!(judged.command() instanceof ProposeAmendment propose) || propose.body() == null) {
            return Stream.empty();
        }
        return judged
                .section(propose.section())
                .filter(section -> proposed(propose, section).equals(section.wording()))
                .map(_ -> Refusal.invalid("body", "amendment-changes-nothing"))
                .stream();
    }

    /** What the section would say: its heading stays if none is given. */
    static Wording proposed(ProposeAmendment propose, Section section) {
        return new Wording(
                propose.heading() == null ? section.heading() : propose.heading(),
                propose.body() == null ? "" : propose.body());
    }

    static Stream<Refusal> withinLimit(Case judged) {
        Contribution contribution = judged.contribution();
        if (contribution == null || !(judged.command() instanceof ProposeAmendment propose)) {
            return Stream.empty();
        }
        return Stream.concat(
                Refusal.when(
                        contribution.amendments().size() >= MAX_AMENDMENTS,
                        Refusal.conflict("amendments", "too-many-amendments", MAX_AMENDMENTS)),
                Refusal.when(
                        contribution.amendment(propose.amendment()).isPresent(),
                        Refusal.conflict("amendment", "amendment-id-taken")));
    }

    static Stream<Refusal> fitTogether(Case judged) {
        Contribution contribution = judged.contribution();
        if (contribution == null || !(judged.command() instanceof ProposeAmendment propose)) {
            return Stream.empty();
        }
        long before = contribution.amendments().stream().mapToLong(Amendment::length).sum();
        long more =
                judged.section(propose.section())
                        .map(
                                section ->
                                        section.wording().length()
                                                + proposed(propose, section).length()
                                                + TextRule.length(propose.reason()))
                        .orElse(0);
        return Refusal.when(
                before + more > MAX_LENGTH,
                Refusal.conflict("amendments", "amendments-too-long", MAX_LENGTH));
    }

    static Stream<Refusal> isOpen(Case judged) {
        if (judged.contribution() == null) {
            return Stream.empty();
        }
        Optional<Amendment> amendment = judged.amendment();
        return amendment.isEmpty()
                ? Stream.of(Refusal.notFound("amendment", "amendment-unknown"))
                : Refusal.when(
                        !amendment.get().isOpen(),
                        Refusal.conflict(
                                "amendment", "amendment-closed", amendment.get().status()));
    }

    /**
     * What the partner proposed is accepted as it is, unless the section moved: then the drafter
     * shows with {@code against} that the resolved text takes the present one into account.
     */
    static Stream<Refusal> movedTextIsResolved(Case judged) {
        Contribution contribution = judged.contribution();
        Optional<Amendment> amendment = judged.amendment().filter(Amendment::isOpen);
        if (contribution == null
                || amendment.isEmpty()
                || !(judged.command() instanceof AcceptAmendment accept)) {
            return Stream.empty();
        }
        Optional<Section> section = contribution.text().section(amendment.get().section());
        if (section.isEmpty()) {
            return Stream.of(Refusal.conflict("section", "amendment-section-gone"));
        }
        if (section.get().changedIn() <= amendment.get().basedOn()) {
            return Refusal.when(
                    accept.heading() != null || accept.body() != null,
                    Refusal.invalid(
                            accept.body() == null ? "heading" : "body", "nothing-to-resolve"));
        }
        long current = contribution.text().version();
        Long against = accept.against();
        boolean read =
                against != null && against >= section.get().changedIn() && against <= current;
        if (accept.body() == null || !read) {
            return Stream.of(Refusal.conflict("amendment", "amendment-outdated", current));
        }
        return heading(accept, contribution.threeWay(amendment.get())).isPresent()
                ? Stream.empty()
                : Stream.of(Refusal.invalid("heading", "required"));
    }

    /** The heading that is given, or else the merged one; empty if both sides changed it. */
    private static Optional<String> heading(AcceptAmendment accept, ThreeWay view) {
        String base = view.base().heading();
        String proposed = view.proposed().heading();
        String current = view.current() == null ? base : view.current().heading();
        if (accept.heading() != null) {
            return Optional.of(accept.heading());
        }
        if (proposed.equals(base)) {
            return Optional.of(current);
        }
        return current.equals(base) || current.equals(proposed)
                ? Optional.of(proposed)
                : Optional.empty();
    }

    static Stream<Refusal> resultFits(Case judged) {
        Contribution contribution = judged.contribution();
        Wording result = judged.amendment().map(one -> accepted(judged, one)).orElse(null);
        if (contribution == null
                || result == null
                || !(judged.command() instanceof AcceptAmendment accept)) {
            return Stream.empty();
        }
        SectionId id = judged.amendment().orElseThrow().section();
        int length =
                contribution.text().sections().stream()
                        .map(one -> one.id().equals(id) ? result : one.wording())
                        .mapToInt(Wording::length)
                        .sum();
        return Stream.of(
                        TextRules.HEADING.check("heading", accept.heading()),
                        TextRules.BODY.check("body", accept.body()),
                        Refusal.when(
                                length > TextRules.MAX_LENGTH,
                                Refusal.conflict(
                                        "sections", "text-too-long", TextRules.MAX_LENGTH)))
                .flatMap(refusals -> refusals);
    }

    /** What the section says once the amendment is accepted; absent if that is not clear. */
    static @Nullable Wording accepted(Case judged, Amendment amendment) {
        if (judged.contribution() == null
                || !(judged.command() instanceof AcceptAmendment accept)) {
            return null;
        }
        String body = accept.body();
        return body == null
                ? amendment.proposed()
                : heading(accept, judged.contribution().threeWay(amendment))
                        .map(heading -> new Wording(heading, body))
                        .orElse(null);
    }
}
