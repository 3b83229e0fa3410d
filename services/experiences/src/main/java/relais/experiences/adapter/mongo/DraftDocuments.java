package relais.experiences.adapter.mongo;

import static java.util.Objects.requireNonNull;
import static relais.experiences.adapter.mongo.ContentDocuments.documents;
import static relais.experiences.adapter.mongo.ContentDocuments.put;
import static relais.experiences.adapter.mongo.ContentDocuments.texts;

import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import relais.experiences.application.Draft;
import relais.experiences.domain.Contact;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.ProposedContent;
import relais.experiences.domain.ProposedContent.ProposedLink;
import relais.experiences.domain.ProposedContent.ProposedMeans;
import relais.experiences.domain.ProposedContent.ProposedResults;

/** Drafts as documents: whatever was typed, as it was typed. */
final class DraftDocuments {

    private DraftDocuments() {}

    static Document write(Draft draft) {
        Document document =
                new Document("_id", draft.id())
                        .append("partner", draft.partner().value())
                        .append("version", draft.version())
                        .append("content", content(draft.content()))
                        .append("updatedAt", Date.from(draft.updatedAt()));
        put(document, "competentPartner", draft.competentPartner());
        if (draft.contact() != null) {
            document.append("contact", contact(draft.contact()));
        }
        return document;
    }

    static Draft read(Document document) {
        Document contact = document.get("contact", Document.class);
        return new Draft(
                document.getString("_id"),
                new PartnerId(document.getString("partner")),
                document.getLong("version"),
                content(requireNonNull(document.get("content", Document.class))),
                document.getString("competentPartner"),
                contact == null ? null : contact(contact),
                document.getDate("updatedAt").toInstant());
    }

    static Document contact(Contact contact) {
        Document document = new Document();
        put(document, "name", contact.name());
        put(document, "email", contact.email());
        put(document, "visibleTo", contact.visibleTo());
        return document;
    }

    static Contact contact(Document document) {
        return new Contact(
                document.getString("name"),
                document.getString("email"),
                document.getString("visibleTo"));
    }

    private static Document content(ProposedContent card) {
        Document document = new Document();
        put(document, "title", card.title());
        put(document, "preview", card.preview());
        put(document, "territory", card.territory());
        put(document, "level", card.level());
        document.append("axes", card.axes()).append("tags", card.tags());
        put(document, "audience", card.audience());
        put(document, "startedOn", card.startedOn());
        put(document, "endedOn", card.endedOn());
        put(document, "problem", card.problem());
        put(document, "action", card.action());
        document.append("partnersInvolved", card.partnersInvolved());
        put(document, "means", means(card.means()));
        put(document, "results", results(card.results()));
        put(document, "difficulties", card.difficulties());
        put(document, "transfer", card.transfer());
        return document.append(
                        "links",
                        card.links().stream()
                                .map(
                                        link -> {
                                            Document typed = new Document();
                                            put(typed, "label", link.label());
                                            put(typed, "url", link.url());
                                            return typed;
                                        })
                                .toList())
                .append("licenceAccepted", card.licenceAccepted());
    }

    private static ProposedContent content(Document document) {
        Document means = document.get("means", Document.class);
        Document results = document.get("results", Document.class);
        return new ProposedContent(
                document.getString("title"),
                document.getString("preview"),
                document.getString("territory"),
                document.getString("level"),
                texts(document, "axes"),
                texts(document, "tags"),
                document.getString("audience"),
                document.getString("startedOn"),
                document.getString("endedOn"),
                document.getString("problem"),
                document.getString("action"),
                texts(document, "partnersInvolved"),
                means == null
                        ? null
                        : new ProposedMeans(
                                means.getString("euros"),
                                means.getString("fte"),
                                means.getString("note")),
                results == null
                        ? null
                        : new ProposedResults(results.getString("kind"), results.getString("text")),
                document.getString("difficulties"),
                document.getString("transfer"),
                documents(document, "links").stream()
                        .map(
                                link ->
                                        new ProposedLink(
                                                link.getString("label"), link.getString("url")))
                        .toList(),
                document.getBoolean("licenceAccepted", false));
    }

    private static @Nullable Document means(@Nullable ProposedMeans means) {
        if (means == null) {
            return null;
        }
        Document document = new Document();
        put(document, "euros", means.euros());
        put(document, "fte", means.fte());
        put(document, "note", means.note());
        return document;
    }

    private static @Nullable Document results(@Nullable ProposedResults results) {
        if (results == null) {
            return null;
        }
        Document document = new Document();
        put(document, "kind", results.kind());
        put(document, "text", results.text());
        return document;
    }
}
