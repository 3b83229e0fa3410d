package relais.feed.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An experience: its text, its review, and what others made of it. */
final class ExperienceReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "ExperienceSubmitted" -> {
                card.write("kind", "EXPERIENCE", "status", "SUBMITTED")
                        .write("partner", event.text("partnerId"))
                        .write("competentPartner", event.value("competentPartnerId"))
                        .write("externalId", event.value("externalId"));
                rewrite(card, event.record("content"));
            }
            case "ExperienceReturned" ->
                    card.write("status", "RETURNED", "reason", event.text("reason"))
                            .write(
                                    "comments",
                                    event.records("comments").stream()
                                            .map(
                                                    comment ->
                                                            Fields.of(
                                                                    "field", comment.get("field"),
                                                                    "comment",
                                                                            comment.get("comment")))
                                            .toList());
            case "ExperienceResubmitted" -> {
                card.write("status", "SUBMITTED", "reason", null, "comments", null)
                        .write("competentPartner", event.value("competentPartnerId"));
                rewrite(card, event.record("content"));
            }
            case "ExperienceTakenBack" ->
                    card.write(
                            "status",
                            "TAKEN_BACK",
                            "reason",
                            event.value("reason"),
                            "comments",
                            null);
            case "ExperiencePublished" -> {
                card.write("status", "PUBLISHED", "reason", null, "comments", null);
                if (card.text("firstPublishedAt") == null) {
                    card.write("firstPublishedAt", since);
                }
            }
            case "ExperienceRevised" -> rewrite(card, event.record("content"));
            case "ExperienceConfirmed" -> card.write("lastConfirmedOn", event.text("confirmedOn"));
            case "ExperienceWithdrawn" ->
                    card.write("status", "WITHDRAWN", "reason", event.text("reason"));
            case "ExperienceModerated" ->
                    card.write("status", "MODERATED", "reason", event.text("reason"));
            case "ExperienceHighlighted" ->
                    card.write(
                            "highlight",
                            Fields.of(
                                    "headline", event.value("headline"),
                                    "since", Fields.text(event.time()),
                                    "until", event.value("until")));
            case "HighlightRetracted" -> card.write("highlight", null);
            case "ExperienceEndorsed" ->
                    card.append(
                            "endorsements",
                            Fields.of(
                                    "partner", event.text("partnerId"),
                                    "at", Fields.text(event.time()),
                                    "comment", event.value("comment")));
            case "EndorsementRetracted" ->
                    card.strike("endorsements", "partner", event.text("partnerId"));
            case "ExperienceAdopted" -> adopt(card, event);
            case "AdoptionReported" ->
                    card.change(
                            "adoptions",
                            "id",
                            event.text("adoptionId"),
                            adoption ->
                                    Fields.with(
                                            adoption,
                                            "results",
                                            event.record("results"),
                                            "note",
                                            event.value("note"),
                                            "reportedOn",
                                            event.text("reportedOn")));
            case "AdoptionEnded" ->
                    card.change(
                            "adoptions",
                            "id",
                            event.text("adoptionId"),
                            adoption ->
                                    Fields.with(
                                            adoption,
                                            "endedOn",
                                            event.text("endedOn"),
                                            "endReason",
                                            event.value("reason")));
            default -> throw Reckoning.unknown(event);
        }
    }

    private static void rewrite(Sheet card, Map<String, Object> content) {
        card.write("title", content.get("title"), "preview", content.get("preview"))
                .write("territory", content.get("territory"), "level", content.get("level"))
                .write("axes", content.get("axes"), "tags", content.get("tags"))
                .write(
                        "content",
                        Fields.with(
                                content,
                                "title",
                                null,
                                "preview",
                                null,
                                "territory",
                                null,
                                "level",
                                null,
                                "axes",
                                null,
                                "tags",
                                null));
    }

    private static void adopt(Sheet card, Event event) {
        card.append(
                "adoptions",
                Fields.of(
                        "id", event.text("adoptionId"),
                        "partner", event.text("partnerId"),
                        "territory", event.text("territory"),
                        "adoptedOn", event.text("adoptedOn"),
                        "plan", event.value("plan")));
        List<@Nullable String> adopters =
                Reckoning.all(card.records("adoptions"), "partner").distinct().toList();
        card.write("adopters", adopters);
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        Map<String, Object> content = card.record("content");
        return Stream.of(
                        Stream.of(
                                card.text("title"),
                                card.text("preview"),
                                gazetteer.name(Objects.requireNonNull(card.text("territory"))),
                                (String) Fields.record(content, "means").get("note"),
                                (String) Fields.record(content, "results").get("text")),
                        Stream.of("problem", "action", "audience", "difficulties", "transfer")
                                .map(name -> (String) content.get(name)),
                        card.texts("tags").stream(),
                        Fields.texts(content, "partnersInvolved").stream(),
                        Reckoning.all(Fields.records(content, "links"), "label"))
                .flatMap(texts -> texts);
    }
}
