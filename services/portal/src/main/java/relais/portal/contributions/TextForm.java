package relais.portal.contributions;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Contribution;
import relais.portal.api.WorkingCopy;
import relais.portal.form.Typed;

/** The editor's fields, and the text they stand for. */
final class TextForm {

    /** The version of the text that this one was begun from. */
    static final String BASED_ON = "basedOn";

    /** The version of the working copy that was last read or saved; empty if there is none. */
    static final String COPY = "copy";

    private TextForm() {}

    static Typed of(WorkingCopy copy) {
        return SectionFields.write(
                Typed.nothing()
                        .with(copy, "title", "summary", "axes", "note", BASED_ON)
                        .with(COPY, copy.version()),
                copy.sections());
    }

    static Typed of(Contribution contribution) {
        List<WorkingCopy.Section> sections =
                contribution.sections().stream()
                        .map(one -> new WorkingCopy.Section(one.id(), one.heading(), one.body()))
                        .toList();
        return SectionFields.write(
                Typed.nothing()
                        .with(contribution, "title", "summary", "axes")
                        .with(BASED_ON, contribution.textVersion()),
                // An empty page is hard to begin on.
                sections.isEmpty() ? List.of(new WorkingCopy.Section(null, "", "")) : sections);
    }

    /** The whole of a text as it is from now on. */
    static Map<String, @Nullable Object> text(Typed typed) {
        var text = typed.body("title", "summary", "note");
        text.put("axes", typed.texts("axes"));
        text.put("sections", SectionFields.read(typed));
        return text;
    }

    /** A text that is still being written, and the version of the text that it was begun from. */
    static Map<String, @Nullable Object> copy(Typed typed) {
        var copy = text(typed);
        copy.put(BASED_ON, TextMoves.basedOn(typed) == 0 ? null : TextMoves.basedOn(typed));
        return copy;
    }
}
