package relais.feed.adapter.mongo;

import java.math.BigDecimal;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Content;

/** The text of an experience as the fields of a document. */
final class ContentDocuments {

    private ContentDocuments() {}

    /** The fields that lists filter by and show are the card's own, next to {@code content}. */
    static void write(Content content, Fields card) {
        card.put("title", content.title())
                .put("preview", content.preview())
                .put("level", content.level())
                .put("axes", content.axes())
                .put("tags", content.tags());
        card.put(
                "content",
                Fields.empty()
                        .put("audience", content.audience())
                        .put("startedOn", content.startedOn())
                        .put("endedOn", content.endedOn())
                        .put("problem", content.problem())
                        .put("action", content.action())
                        .put("partnersInvolved", content.partnersInvolved())
                        .put("means", means(content.means()))
                        .put("results", results(content.results()))
                        .put("difficulties", content.difficulties())
                        .put("transfer", content.transfer())
                        .put(
                                "links",
                                content.links().stream()
                                        .map(
                                                link ->
                                                        new Document("label", link.label())
                                                                .append("url", link.url()))
                                        .toList())
                        .put("licence", content.licence()));
    }

    static Content read(Fields card) {
        Fields content = card.nested("content");
        return new Content(
                card.text("title"),
                card.text("preview"),
                card.text("territory"),
                card.text("level"),
                card.texts("axes"),
                card.texts("tags"),
                content.textOrNull("audience"),
                content.dayOrNull("startedOn"),
                content.dayOrNull("endedOn"),
                content.text("problem"),
                content.text("action"),
                content.texts("partnersInvolved"),
                content.has("means") ? means(content.nested("means")) : null,
                results(content),
                content.textOrNull("difficulties"),
                content.textOrNull("transfer"),
                content.list("links").stream()
                        .map(link -> new Content.Link(link.text("label"), link.text("url")))
                        .toList(),
                content.text("licence"));
    }

    static @Nullable Fields results(Content.@Nullable Results results) {
        return results == null
                ? null
                : Fields.empty().put("kind", results.kind()).put("text", results.text());
    }

    static Content.@Nullable Results results(Fields holder) {
        if (!holder.has("results")) {
            return null;
        }
        Fields results = holder.nested("results");
        return new Content.Results(results.text("kind"), results.text("text"));
    }

    private static @Nullable Document means(Content.@Nullable Means means) {
        return means == null
                ? null
                : Fields.empty()
                        .put("euros", plain(means.euros()))
                        .put("fte", plain(means.fte()))
                        .put("note", means.note())
                        .document();
    }

    private static Content.Means means(Fields means) {
        return new Content.Means(
                decimal(means.textOrNull("euros")),
                decimal(means.textOrNull("fte")),
                means.textOrNull("note"));
    }

    private static @Nullable String plain(@Nullable BigDecimal decimal) {
        return decimal == null ? null : decimal.toPlainString();
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
