package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.query.CardDiff;
import relais.feed.query.WordDiff;

/** What changed between two versions, in JSON. */
@Schema(name = "Diff")
record DiffView(String id, long from, long to, List<ChangeView> changes) {

    @Schema(name = "Change")
    record ChangeView(
            @Schema(example = "means.euros") String field,
            @Schema(
                            oneOf = {String.class, String[].class},
                            description = "A text, or a list of texts; absent if there was none")
                    @Nullable Object from,
            @Schema(
                            oneOf = {String.class, String[].class},
                            description = "A text, or a list of texts; absent if there is none")
                    @Nullable Object to,
            @Schema(
                            description =
                                    "Joined without DELETE they are the new text, without INSERT the old one")
                    List<WordDiff.Run> words) {}

    static DiffView of(String id, long from, long to, List<CardDiff.Change> changes) {
        return new DiffView(id, from, to, changes.stream().map(DiffView::of).toList());
    }

    private static ChangeView of(CardDiff.Change change) {
        return new ChangeView(
                change.field(),
                value(change.isList(), change.from()),
                value(change.isList(), change.to()),
                change.words());
    }

    private static @Nullable Object value(boolean isList, List<String> values) {
        if (isList) {
            return values;
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
