package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;

/** What a contribution's text may look like. */
final class TextRules {

    static final int MAX_SECTIONS = 60;

    /** Headings and bodies together. */
    static final int MAX_LENGTH = 200_000;

    static final TextRule HEADING = TextRule.line(150);
    static final TextRule BODY = TextRule.text(20_000);

    private static final TextRule TITLE = TextRule.line(100);
    private static final TextRule SUMMARY = TextRule.line(300);

    private TextRules() {}

    static Stream<Refusal> titlesAreSound(
            @Nullable String title, @Nullable String summary, List<String> axes) {
        return Refusal.all(
                TITLE.required("title", title),
                SUMMARY.check("summary", summary),
                Axis.required("axes", axes));
    }

    static Stream<Refusal> sectionsAreSound(List<ContributionCommand.DraftedSection> sections) {
        if (sections.size() > MAX_SECTIONS) {
            return Stream.of(Refusal.invalid("sections", "too-many", MAX_SECTIONS));
        }
        int length =
                sections.stream()
                        .mapToInt(
                                one -> TextRule.length(one.heading()) + TextRule.length(one.body()))
                        .sum();
        return Stream.concat(
                Refusal.each(
                        "sections",
                        sections,
                        MAX_SECTIONS,
                        (field, section) ->
                                Stream.concat(
                                        HEADING.required(field + ".heading", section.heading()),
                                        BODY.check(field + ".body", section.body()))),
                Refusal.when(
                        length > MAX_LENGTH,
                        Refusal.invalid("sections", "text-too-long", MAX_LENGTH)));
    }

    /** A section that is named is one of the present text, and is named once. */
    static Stream<Refusal> sectionsAreKnown(
            List<ContributionCommand.DraftedSection> sections, Text text) {
        Set<String> named = new HashSet<>();
        return Refusal.each(
                "sections",
                sections,
                Integer.MAX_VALUE,
                (field, section) -> {
                    String id = section.id();
                    if (id == null) {
                        return Stream.empty();
                    }
                    return text.section(id).isEmpty()
                            ? Stream.of(Refusal.invalid(field + ".id", "section-unknown"))
                            : Refusal.when(
                                    !named.add(id),
                                    Refusal.invalid(field + ".id", "section-repeated"));
                });
    }

    static Stream<Refusal> saysSomething(Text text) {
        return Refusal.when(!text.saysSomething(), Refusal.conflict("sections", "text-empty"));
    }

    /** Nothing where the text is so already. */
    static Stream<ContributionEvent> drafted(Text before, ContributionCommand.Draft draft) {
        List<ContributionEvent.Passage> passages = new ArrayList<>();
        int number = before.numbered();
        for (ContributionCommand.DraftedSection section : draft.sections()) {
            passages.add(
                    new ContributionEvent.Passage(
                            section.id() == null
                                    ? SectionId.numbered(++number)
                                    : new SectionId(section.id()),
                            new Wording(
                                    requireNonNull(section.heading()),
                                    requireNonNullElse(section.body(), ""))));
        }
        var drafted =
                new ContributionEvent.Drafted(
                        requireNonNull(draft.title()),
                        draft.summary(),
                        Axis.accepted(draft.axes()),
                        passages,
                        draft.note());
        return before.isSameAs(drafted) ? Stream.empty() : Stream.of(drafted);
    }
}
