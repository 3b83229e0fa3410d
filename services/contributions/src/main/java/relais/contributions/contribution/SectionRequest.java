package relais.contributions.contribution;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.contributions.contribution.ProposedText.ProposedSection;

/**
 * One section of a text.
 *
 * @param id of a section that is there; absent for a new one
 * @param body Markdown
 */
record SectionRequest(@Nullable String id, @Nullable String heading, @Nullable String body) {

    static SectionRequest of(ProposedSection section) {
        return new SectionRequest(section.id(), section.heading(), section.body());
    }

    static ProposedText text(
            @Nullable String title,
            @Nullable String summary,
            @Nullable List<@Nullable String> axes,
            @Nullable List<@Nullable SectionRequest> sections) {
        return new ProposedText(title, summary, texts(axes), proposed(sections));
    }

    /** A null among the values is a value that says nothing. */
    static List<String> texts(@Nullable List<@Nullable String> values) {
        return values == null
                ? List.of()
                : values.stream().map(value -> Objects.requireNonNullElse(value, "")).toList();
    }

    private static List<ProposedSection> proposed(
            @Nullable List<@Nullable SectionRequest> sections) {
        return sections == null
                ? List.of()
                : sections.stream()
                        .map(
                                section ->
                                        section == null
                                                ? new ProposedSection(null, null, null)
                                                : new ProposedSection(
                                                        section.id(),
                                                        section.heading(),
                                                        section.body()))
                        .toList();
    }
}
