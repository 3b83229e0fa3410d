package relais.feed.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.PartnerCard;

/** A card as a list of named fields, in the order of the page: what a comparison goes through. */
final class CardFields {

    private final SequencedMap<String, List<String>> fields = new LinkedHashMap<>();

    private CardFields() {}

    /** Each field with its values; a field without a value is absent. */
    static SequencedMap<String, List<String>> of(Card card) {
        var result = new CardFields();
        switch (card) {
            case BlankCard blank -> {}
            case PartnerCard partner -> result.partner(partner);
            case ExperienceCard experience -> result.experience(experience);
        }
        return result.fields;
    }

    private void partner(PartnerCard card) {
        put("status", card.status());
        put("name", card.profile().name());
        put("partnerKind", card.profile().partnerKind());
        put("territory", card.profile().territory());
        put("siren", card.profile().siren());
        put("siret", card.profile().siret());
        put("represents", card.profile().represents());
        put("charterSignedOn", card.charterSignedOn());
        put("reason", card.reason());
        putAll(
                "mandates",
                card.mandates().stream()
                        .map(
                                mandate ->
                                        "%s %s %s/%s"
                                                .formatted(
                                                        mandate.id(),
                                                        mandate.role(),
                                                        mandate.from(),
                                                        mandate.endedOn() == null
                                                                ? orEmpty(mandate.until())
                                                                : mandate.endedOn()))
                        .toList());
    }

    private void experience(ExperienceCard card) {
        put("status", card.status());
        put("reason", card.review().reason());
        content(card.content());
        echo(card.echo());
    }

    private void content(Content content) {
        put("title", content.title());
        put("preview", content.preview());
        put("territory", content.territory());
        put("level", content.level());
        putAll("axes", content.axes());
        putAll("tags", content.tags());
        put("audience", content.audience());
        put("startedOn", content.startedOn());
        put("endedOn", content.endedOn());
        put("problem", content.problem());
        put("action", content.action());
        putAll("partnersInvolved", content.partnersInvolved());
        if (content.means() != null) {
            put("means.euros", content.means().euros());
            put("means.fte", content.means().fte());
            put("means.note", content.means().note());
        }
        if (content.results() != null) {
            put("results.kind", content.results().kind());
            put("results.text", content.results().text());
        }
        put("difficulties", content.difficulties());
        put("transfer", content.transfer());
        putAll(
                "links",
                content.links().stream().map(link -> link.label() + " " + link.url()).toList());
        put("licence", content.licence());
    }

    private void echo(ExperienceCard.Echo echo) {
        put("lastConfirmedOn", echo.lastConfirmedOn());
        if (echo.highlight() != null) {
            put("highlight.since", echo.highlight().since());
            put("highlight.headline", echo.highlight().headline());
            put("highlight.until", echo.highlight().until());
        }
        putAll(
                "endorsements",
                echo.endorsements().stream().map(ExperienceCard.Endorsement::partner).toList());
        putAll(
                "adoptions",
                echo.adoptions().stream()
                        .map(
                                adoption ->
                                        "%s %s %s/%s"
                                                .formatted(
                                                        adoption.partner(),
                                                        adoption.territory(),
                                                        adoption.adoptedOn(),
                                                        orEmpty(adoption.endedOn())))
                        .toList());
        for (Map.Entry<String, String> report : reports(echo).entrySet()) {
            put(report.getKey(), report.getValue());
        }
    }

    private static Map<String, String> reports(ExperienceCard.Echo echo) {
        var reports = new LinkedHashMap<String, String>();
        for (ExperienceCard.Adoption adoption : echo.adoptions()) {
            if (adoption.results() != null) {
                reports.put("adoptions." + adoption.id() + ".results", adoption.results().text());
            }
        }
        return reports;
    }

    private void put(String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(field, List.of(value.toString()));
        }
    }

    private void putAll(String field, List<String> values) {
        if (!values.isEmpty()) {
            fields.put(field, values);
        }
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
