package relais.feed.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.ActionCard;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ContributionCard;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.MessageCard;
import relais.feed.projection.ObjectiveCard;
import relais.feed.projection.PartnerCard;
import relais.feed.projection.WorkingDayCard;

/** A card as a list of named fields, in the order of the page: what a comparison goes through. */
final class CardFields {

    private final FieldList fields = new FieldList();

    private CardFields() {}

    /** Each field with its values; a field without a value is absent. */
    static SequencedMap<String, List<String>> of(Card card) {
        var result = new CardFields();
        switch (card) {
            case BlankCard blank -> {}
            case PartnerCard partner -> result.partner(partner);
            case ExperienceCard experience -> result.experience(experience);
            case ContributionCard contribution -> CommitteeFields.add(contribution, result.fields);
            case ObjectiveCard objective -> CommitteeFields.add(objective, result.fields);
            case ActionCard action -> CommitteeFields.add(action, result.fields);
            case WorkingDayCard day -> CommitteeFields.add(day, result.fields);
            case MessageCard message -> CommitteeFields.add(message, result.fields);
        }
        return result.fields.all();
    }

    private void partner(PartnerCard card) {
        fields.put("status", card.status());
        fields.put("name", card.profile().name());
        fields.put("partnerKind", card.profile().partnerKind());
        fields.put("territory", card.profile().territory());
        fields.put("siren", card.profile().siren());
        fields.put("siret", card.profile().siret());
        fields.put("represents", card.profile().represents());
        fields.put("charterSignedOn", card.charterSignedOn());
        fields.put("committee", card.committee() ? true : null);
        fields.put("reason", card.reason());
        fields.putAll(
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
        fields.put("status", card.status());
        fields.put("reason", card.review().reason());
        content(card.content());
        engagement(card.engagement());
    }

    private void content(Content content) {
        fields.put("title", content.title());
        fields.put("preview", content.preview());
        fields.put("territory", content.territory());
        fields.put("level", content.level());
        fields.putAll("axes", content.axes());
        fields.putAll("tags", content.tags());
        fields.put("audience", content.audience());
        fields.put("startedOn", content.startedOn());
        fields.put("endedOn", content.endedOn());
        fields.put("problem", content.problem());
        fields.put("action", content.action());
        fields.putAll("partnersInvolved", content.partnersInvolved());
        if (content.means() != null) {
            fields.put("means.euros", content.means().euros());
            fields.put("means.fte", content.means().fte());
            fields.put("means.note", content.means().note());
        }
        if (content.results() != null) {
            fields.put("results.kind", content.results().kind());
            fields.put("results.text", content.results().text());
        }
        fields.put("difficulties", content.difficulties());
        fields.put("transfer", content.transfer());
        fields.putAll(
                "links",
                content.links().stream().map(link -> link.label() + " " + link.url()).toList());
        fields.put("licence", content.licence());
    }

    private void engagement(ExperienceCard.Engagement engagement) {
        fields.put("lastConfirmedOn", engagement.lastConfirmedOn());
        if (engagement.highlight() != null) {
            fields.put("highlight.since", engagement.highlight().since());
            fields.put("highlight.headline", engagement.highlight().headline());
            fields.put("highlight.until", engagement.highlight().until());
        }
        fields.putAll(
                "endorsements",
                engagement.endorsements().stream()
                        .map(ExperienceCard.Endorsement::partner)
                        .toList());
        fields.putAll(
                "adoptions",
                engagement.adoptions().stream()
                        .map(
                                adoption ->
                                        "%s %s %s/%s"
                                                .formatted(
                                                        adoption.partner(),
                                                        adoption.territory(),
                                                        adoption.adoptedOn(),
                                                        orEmpty(adoption.endedOn())))
                        .toList());
        for (Map.Entry<String, String> report : reports(engagement).entrySet()) {
            fields.put(report.getKey(), report.getValue());
        }
    }

    private static Map<String, String> reports(ExperienceCard.Engagement engagement) {
        var reports = new LinkedHashMap<String, String>();
        for (ExperienceCard.Adoption adoption : engagement.adoptions()) {
            if (adoption.results() != null) {
                reports.put("adoptions." + adoption.id() + ".results", adoption.results().text());
            }
        }
        return reports;
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
