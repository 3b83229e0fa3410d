package relais.portal.contributions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.portal.api.AmendmentTexts;
import relais.portal.api.Diff;

/**
 * The wordings of an amendment side by side, with what differs marked in each: two columns, or
 * three where the section has changed since the amendment was written.
 */
public record Columns(List<Column> columns) {

    /** One wording, called {@code contributions.column.<key>}. */
    public record Column(String key, String heading, List<Diff.Words> runs) {}

    static Columns of(AmendmentTexts amendment) {
        AmendmentTexts.Texts texts = amendment.texts();
        AmendmentTexts.Wording current = texts.current();
        AmendmentTexts.Merged merged = texts.merged();
        if (current == null || merged == null) {
            return new Columns(
                    List.of(whole("read", texts.base()), whole("proposed", texts.proposed())));
        }
        List<AmendmentTexts.Run> runs = merged.runs();
        var inserted = Set.of("CHANGED_BY_PROPOSED", "CONFLICT", "BOTH_SAME");
        Column proposed =
                new Column(
                        "proposed",
                        texts.proposed().heading(),
                        marked(runs, inserted, "INSERT", AmendmentTexts.Run::proposed));
        if (!amendment.moved()) {
            var deleted = Set.of("CHANGED_BY_PROPOSED");
            var before = marked(runs, deleted, "DELETE", AmendmentTexts.Run::base);
            return new Columns(List.of(new Column("current", current.heading(), before), proposed));
        }
        var changed = Set.of("CHANGED_BY_CURRENT", "CONFLICT", "BOTH_SAME");
        var read = marked(runs, Set.of(), "EQUAL", AmendmentTexts.Run::base);
        var now = marked(runs, changed, "INSERT", AmendmentTexts.Run::current);
        return new Columns(
                List.of(
                        new Column("read", texts.base().heading(), read),
                        new Column("current", current.heading(), now),
                        proposed));
    }

    private static Column whole(String key, AmendmentTexts.Wording wording) {
        return new Column(key, wording.heading(), List.of(new Diff.Words("EQUAL", wording.body())));
    }

    private static List<Diff.Words> marked(
            List<AmendmentTexts.Run> runs,
            Set<String> fates,
            String mark,
            Function<AmendmentTexts.Run, @Nullable String> text) {
        var marked = new ArrayList<Diff.Words>();
        for (AmendmentTexts.Run run : runs) {
            String said = Objects.requireNonNullElse(text.apply(run), run.base());
            if (!said.isEmpty()) {
                marked.add(new Diff.Words(fates.contains(run.fate()) ? mark : "EQUAL", said));
            }
        }
        return marked;
    }
}
