package relais.experiences.adapter.mongo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.Axis;
import relais.experiences.domain.Content;
import relais.experiences.domain.Level;
import relais.experiences.domain.Link;
import relais.experiences.domain.Means;
import relais.experiences.domain.ResultKind;
import relais.experiences.domain.Results;
import relais.experiences.domain.TerritoryCode;

/** Cards as documents. Dates and decimals are texts: nothing here is computed by the database. */
final class ContentDocuments {

    private ContentDocuments() {}

    static Document write(Content card) {
        Document document =
                new Document("title", card.title())
                        .append("preview", card.preview())
                        .append("territory", card.territory().value())
                        .append("level", card.level().name())
                        .append("axes", card.axes().stream().map(Axis::name).toList())
                        .append("tags", card.tags())
                        .append("problem", card.problem())
                        .append("action", card.action())
                        .append("partnersInvolved", card.partnersInvolved())
                        .append(
                                "links",
                                card.links().stream()
                                        .map(
                                                link ->
                                                        new Document("label", link.label())
                                                                .append("url", link.url()))
                                        .toList())
                        .append("licence", card.licence());
        put(document, "audience", card.audience());
        put(document, "startedOn", text(card.startedOn()));
        put(document, "endedOn", text(card.endedOn()));
        put(document, "means", means(card.means()));
        put(document, "results", results(card.results()));
        put(document, "difficulties", card.difficulties());
        put(document, "transfer", card.transfer());
        return document;
    }

    static Content read(Document document) {
        return new Content(
                document.getString("title"),
                document.getString("preview"),
                new TerritoryCode(document.getString("territory")),
                Level.valueOf(document.getString("level")),
                texts(document, "axes").stream().map(Axis::valueOf).toList(),
                texts(document, "tags"),
                document.getString("audience"),
                date(document, "startedOn"),
                date(document, "endedOn"),
                document.getString("problem"),
                document.getString("action"),
                texts(document, "partnersInvolved"),
                means(document),
                results(document),
                document.getString("difficulties"),
                document.getString("transfer"),
                documents(document, "links").stream()
                        .map(link -> new Link(link.getString("label"), link.getString("url")))
                        .toList(),
                document.getString("licence"));
    }

    private static @Nullable Document means(@Nullable Means means) {
        if (means == null) {
            return null;
        }
        Document document = new Document();
        put(document, "euros", text(means.euros()));
        put(document, "fte", text(means.fte()));
        put(document, "note", means.note());
        return document;
    }

    private static @Nullable Means means(Document document) {
        Document means = document.get("means", Document.class);
        return means == null
                ? null
                : new Means(
                        decimal(means, "euros"), decimal(means, "fte"), means.getString("note"));
    }

    private static @Nullable Document results(@Nullable Results results) {
        return results == null
                ? null
                : new Document("kind", results.kind().name()).append("text", results.text());
    }

    private static @Nullable Results results(Document document) {
        Document results = document.get("results", Document.class);
        return results == null
                ? null
                : new Results(
                        ResultKind.valueOf(results.getString("kind")), results.getString("text"));
    }

    /** Absent values have no key at all. */
    static void put(Document document, String key, @Nullable Object value) {
        if (value != null) {
            document.append(key, value);
        }
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable LocalDate date(Document document, String key) {
        String text = document.getString(key);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable BigDecimal decimal(Document document, String key) {
        String text = document.getString(key);
        return text == null ? null : new BigDecimal(text);
    }

    static List<String> texts(Document document, String key) {
        return document.getList(key, String.class, List.of());
    }

    static List<Document> documents(Document document, String key) {
        return document.getList(key, Document.class, List.of());
    }
}
