package relais.contributions.contribution;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
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
                TITLE.required("title", title), SUMMARY.check("summary", summary), areKnown(axes));
    }

    private static Stream<Refusal> areKnown(List<String> axes) {
        int most = Axis.values().length;
        if (axes.isEmpty()) {
            return Stream.of(Refusal.invalid("axes", "required"));
        }
        return axes.size() > most
                ? Stream.of(Refusal.invalid("axes", "too-many", most))
                : each(
                        "axes",
                        axes,
                        (field, axis) ->
                                Refusal.when(
                                        Axis.parse(axis).isEmpty(),
                                        Refusal.invalid(field, "unknown-axis")));
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
                each(
                        "sections",
                        sections,
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
        return each(
                "sections",
                sections,
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

    /**
     * A rule for each value of a list.
     *
     * @param rule takes the path, such as {@code sections[2]}, and the value
     */
    static <T> Stream<Refusal> each(
            String field, List<T> values, BiFunction<String, T, Stream<Refusal>> rule) {
        return IntStream.range(0, values.size())
                .boxed()
                .flatMap(i -> rule.apply(field + "[" + i + "]", values.get(i)));
    }

    /** Nothing where the text is so already. */
    static Stream<ContributionEvent> drafted(Text before, ContributionCommand.Draft draft) {
        List<Passage> passages = new ArrayList<>();
        int number = before.numbered();
        for (ContributionCommand.DraftedSection section : draft.sections()) {
            passages.add(
                    new Passage(
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
                        axes(draft.axes()),
                        passages,
                        draft.note());
        return before.isSameAs(drafted) ? Stream.empty() : Stream.of(drafted);
    }

    static List<Axis> axes(List<String> typed) {
        return typed.stream().distinct().map(axis -> Axis.parse(axis).orElseThrow()).toList();
    }
}
