package relais.feed.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What readers must be shown of a card or an entry, and what they were shown, in one form. */
final class Shown {

    private static final Set<Object> TOMBSTONES =
            Set.of("ExperienceWithdrawn", "ExperienceModerated");

    private Shown() {}

    static Map<String, Object> card(Map<String, Object> card, Audience audience) {
        boolean hidden = audience.isHidden(card);
        Object kind = card.get("kind");
        return Fields.of(
                "id", card.get("aggregateId"),
                "version", card.get("version"),
                "kind", kind,
                "status", card.get("status"),
                "title", hidden ? null : card.get("title"),
                "level", card.get("level"),
                "axes", card.get("axes"),
                "tags", hidden ? null : card.get("tags"),
                "territory", card.get("territory"),
                "partner", card.get("partner"),
                "createdAt", card.get("createdAt"),
                "publishedAt",
                        "EXPERIENCE".equals(kind)
                                ? card.get("firstPublishedAt")
                                : "CONTRIBUTION".equals(kind)
                                        ? card.get("firstConsultedAt")
                                        : card.get("createdAt"),
                "updatedAt", card.get("eventTime"),
                "lastConfirmedOn", card.get("lastConfirmedOn"),
                "archive", card.get("archive"),
                "textHidden", hidden,
                "reason", hidden && !isTombstone(card) ? null : reason(card),
                "endorsements", (long) Fields.records(card, "endorsements").size(),
                "adoptions",
                        Fields.records(card, "adoptions").stream()
                                .filter(adoption -> adoption.get("endedOn") == null)
                                .count(),
                "adoptionsEver", (long) Fields.records(card, "adoptions").size(),
                "validFrom", card.get("validFrom"),
                "validTo", card.get("validTo"));
    }

    private static boolean isTombstone(Map<String, Object> card) {
        return "WITHDRAWN".equals(card.get("status")) || "MODERATED".equals(card.get("status"));
    }

    private static @Nullable Object reason(Map<String, Object> card) {
        if ("ACTION".equals(card.get("kind"))) {
            return "ABANDONED".equals(card.get("status"))
                    ? Fields.record(card, "end").get("remark")
                    : null;
        }
        return "MESSAGE".equals(card.get("kind"))
                ? Fields.record(card, "redaction").get("reason")
                : card.get("reason");
    }

    static Map<String, Object> card(JsonNode json) {
        return Fields.of(
                "id", text(json, "/id"),
                "version", json.at("/version").asLong(),
                "kind", text(json, "/kind"),
                "status", text(json, "/status"),
                "title", text(json, "/title"),
                "level", text(json, "/level"),
                "axes", texts(json, "/axes"),
                "tags", texts(json, "/tags"),
                "territory", text(json, "/territory/id"),
                "partner", text(json, "/partner/id"),
                "createdAt", instant(json, "/createdAt"),
                "publishedAt", instant(json, "/publishedAt"),
                "updatedAt", instant(json, "/updatedAt"),
                "lastConfirmedOn", text(json, "/lastConfirmedOn"),
                "archive", json.at("/archive").asBoolean(),
                "textHidden", json.at("/textHidden").asBoolean(),
                "reason", text(json, "/reason"),
                "endorsements", json.at("/endorsementCount").asLong(),
                "adoptions", json.at("/adoptions").asLong(),
                "adoptionsEver", json.at("/adoptionsEver").asLong(),
                "validFrom", instant(json, "/validFrom"),
                "validTo", instant(json, "/validTo"));
    }

    static Map<String, Object> entry(Map<String, Object> entry, Audience audience) {
        boolean hidden = audience.isHidden(entry);
        Map<String, Object> card = Fields.record(entry, "card");
        return Fields.of(
                "id", entry.get("aggregateId") + ":" + entry.get("sequence"),
                "type", entry.get("type"),
                "at", entry.get("time"),
                "kind", entry.get("kind"),
                "status", entry.get("status"),
                "partner", entry.get("partner"),
                "by", entry.get("by"),
                "territory", card.get("territory"),
                "title", hidden ? null : orNull(card.get("title")),
                "preview", hidden ? null : orNull(card.get("preview")),
                "level", entry.get("level"),
                "axes", entry.get("axes"),
                "tags", hidden ? null : entry.get("tags"),
                "subject", entry.get("subject"),
                "note",
                        hidden && !TOMBSTONES.contains(entry.get("type"))
                                ? null
                                : entry.get("note"),
                "archive", entry.get("archive"),
                "textHidden", hidden);
    }

    static Map<String, Object> entry(JsonNode json) {
        return Fields.of(
                "id", text(json, "/id"),
                "type", text(json, "/type"),
                "at", instant(json, "/at"),
                "kind", text(json, "/kind"),
                "status", text(json, "/card/status"),
                "partner", text(json, "/partner/id"),
                "by", text(json, "/by/id"),
                "territory", text(json, "/territory/id"),
                "title", text(json, "/card/title"),
                "preview", text(json, "/card/preview"),
                "level", text(json, "/card/level"),
                "axes", texts(json, "/card/axes"),
                "tags", texts(json, "/card/tags"),
                "subject", text(json, "/subject/id"),
                "note", text(json, "/note"),
                "archive", json.at("/archive").asBoolean(),
                "textHidden", json.at("/textHidden").asBoolean());
    }

    /** The text of an experience. Its figures are numbers in JSON: those the store has shown. */
    static Map<String, Object> text(Map<String, Object> card) {
        return Fields.with(Fields.record(card, "content"), "means", null);
    }

    static Map<String, Object> text(JsonNode json) {
        JsonNode text = json.at("/experience");
        return Fields.of(
                "audience", text(text, "/audience"),
                "startedOn", text(text, "/startedOn"),
                "endedOn", text(text, "/endedOn"),
                "problem", text(text, "/problem"),
                "action", text(text, "/action"),
                "partnersInvolved", texts(text, "/partnersInvolved"),
                "results",
                        Fields.of(
                                "kind", text(text, "/results/kind"),
                                "text", text(text, "/results/text")),
                "difficulties", text(text, "/difficulties"),
                "transfer", text(text, "/transfer"),
                "links",
                        items(text.at("/links"))
                                .map(
                                        link ->
                                                Fields.of(
                                                        "label", text(link, "/label"),
                                                        "url", text(link, "/url")))
                                .toList(),
                "licence", text(text, "/licence"));
    }

    static SortedMap<String, SortedMap<String, Long>> facets(JsonNode json) {
        var facets = new TreeMap<String, SortedMap<String, Long>>();
        json.propertyStream()
                // Says what the figures were made of, and is no figure.
                .filter(facet -> !Set.of("proof", "total").contains(facet.getKey()))
                .forEach(
                        facet -> {
                            var counts = new TreeMap<String, Long>();
                            items(facet.getValue())
                                    .forEach(
                                            count ->
                                                    counts.put(
                                                            count.get("value").asString(),
                                                            count.get("count").asLong()));
                            if (!counts.isEmpty()) {
                                facets.put(facet.getKey(), counts);
                            }
                        });
        return facets;
    }

    static Stream<JsonNode> items(JsonNode list) {
        return list.valueStream();
    }

    private static @Nullable String text(JsonNode json, String pointer) {
        JsonNode value = json.at(pointer);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static @Nullable String instant(JsonNode json, String pointer) {
        String text = text(json, pointer);
        return text == null ? null : Fields.text(Instant.parse(text));
    }

    private static List<String> texts(JsonNode json, String pointer) {
        return items(json.at(pointer)).map(JsonNode::asString).toList();
    }

    private static @Nullable Object orNull(@Nullable Object text) {
        return "".equals(text) ? null : text;
    }
}
