package relais.contributions.contribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.contributions.contribution.ProposedText.ProposedSection;

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

    static Stream<Refusal> soundTitles(Case judged) {
        return switch (judged.command()) {
            case ContributionCommand.Open open ->
                    Stream.concat(
                            kind(open.kind()), titles(open.title(), open.summary(), open.axes()));
            case ContributionCommand.Draft draft ->
                    titles(draft.text().title(), draft.text().summary(), draft.text().axes());
            default -> Stream.empty();
        };
    }

    private static Stream<Refusal> kind(@Nullable String kind) {
        if (kind == null) {
            return Stream.of(Refusal.invalid("kind", "required"));
        }
        return Refusal.when(
                ContributionKind.parse(kind).isEmpty(), Refusal.invalid("kind", "unknown-kind"));
    }

    private static Stream<Refusal> titles(
            @Nullable String title, @Nullable String summary, List<String> axes) {
        return Stream.of(
                        TITLE.required("title", title),
                        SUMMARY.check("summary", summary),
                        axes(axes))
                .flatMap(refusals -> refusals);
    }

    private static Stream<Refusal> axes(List<String> axes) {
        if (axes.isEmpty()) {
            return Stream.of(Refusal.invalid("axes", "required"));
        }
        int most = Axis.values().length;
        return axes.size() > most
                ? Stream.of(Refusal.invalid("axes", "too-many", most))
                : Fields.each(
                        "axes",
                        axes,
                        (field, axis) ->
                                Refusal.when(
                                        Axis.parse(axis).isEmpty(),
                                        Refusal.invalid(field, "unknown-axis")));
    }

    static Stream<Refusal> soundSections(Case judged) {
        if (!(judged.command() instanceof ContributionCommand.Draft draft)) {
            return Stream.empty();
        }
        List<ProposedSection> sections = draft.text().sections();
        if (sections.size() > MAX_SECTIONS) {
            return Stream.of(Refusal.invalid("sections", "too-many", MAX_SECTIONS));
        }
        int length =
                sections.stream()
                        .mapToInt(
                                one -> TextRule.length(one.heading()) + TextRule.length(one.body()))
                        .sum();
        return Stream.concat(
                Fields.each(
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
    static Stream<Refusal> sectionsAreKnown(Case judged) {
        if (!(judged.command() instanceof ContributionCommand.Draft draft)) {
            return Stream.empty();
        }
        Set<String> named = new HashSet<>();
        List<Refusal> refusals = new ArrayList<>();
        List<ProposedSection> sections = draft.text().sections();
        for (int i = 0; i < sections.size(); i++) {
            String id = sections.get(i).id();
            String field = "sections[" + i + "].id";
            if (id != null && judged.section(id).isEmpty()) {
                refusals.add(Refusal.invalid(field, "section-unknown"));
            } else if (id != null && !named.add(id)) {
                refusals.add(Refusal.invalid(field, "section-repeated"));
            }
        }
        return refusals.stream();
    }
}
