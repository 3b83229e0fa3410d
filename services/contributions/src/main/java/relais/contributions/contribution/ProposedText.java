package relais.contributions.contribution;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;

/**
 * A text as someone typed it: anything may be absent or wrong, so that one answer can name
 * everything to mend.
 */
record ProposedText(
        @Nullable String title,
        @Nullable String summary,
        List<String> axes,
        List<ProposedSection> sections) {

    /**
     * @param id of a section of the present text; absent for a new one
     */
    public record ProposedSection(
            @Nullable String id, @Nullable String heading, @Nullable String body) {
        public ProposedSection {
            id = Typed.text(id);
            heading = Typed.text(heading);
            body = Typed.markdown(body);
        }

        /** A section may have a heading alone. */
        String written() {
            return body == null ? "" : body;
        }
    }

    public ProposedText {
        title = Typed.text(title);
        summary = Typed.text(summary);
        axes = Typed.texts(axes);
        sections = List.copyOf(sections);
    }

    /** The present text, to be changed here and there. */
    public static ProposedText of(Text text) {
        return new ProposedText(
                text.title(),
                text.summary(),
                text.axes().stream().map(Axis::name).toList(),
                text.sections().stream()
                        .map(
                                section ->
                                        new ProposedSection(
                                                section.id().value(),
                                                section.heading(),
                                                section.body()))
                        .toList());
    }
}
