package relais.portal.contributions;

import java.util.List;
import relais.portal.api.Contribution;
import relais.portal.api.ContributionsApi;
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
                        .with("title", copy.title())
                        .with("summary", copy.summary())
                        .withAll("axes", copy.axes())
                        .with("note", copy.note())
                        .with(BASED_ON, copy.basedOn())
                        .with(COPY, copy.version()),
                copy.sections());
    }

    static Typed of(Contribution contribution) {
        List<WorkingCopy.Section> sections = SectionFields.of(contribution);
        return SectionFields.write(
                Typed.nothing()
                        .with("title", contribution.title())
                        .with("summary", contribution.summary())
                        .withAll("axes", contribution.axes())
                        .with(BASED_ON, contribution.textVersion()),
                // An empty page is hard to begin on.
                sections.isEmpty() ? List.of(new WorkingCopy.Section(null, "", "")) : sections);
    }

    static ContributionsApi.NewText text(Typed typed) {
        return new ContributionsApi.NewText(
                typed.value("title"),
                typed.value("summary"),
                typed.texts("axes"),
                SectionFields.read(typed),
                typed.value("note"));
    }

    static ContributionsApi.NewWorkingCopy copy(Typed typed) {
        return new ContributionsApi.NewWorkingCopy(
                typed.value("title"),
                typed.value("summary"),
                typed.texts("axes"),
                SectionFields.read(typed),
                typed.value("note"),
                TextMoves.basedOn(typed) == 0 ? null : TextMoves.basedOn(typed));
    }
}
