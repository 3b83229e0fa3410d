package relais.feed.oracle;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A working day: the meeting, its agenda, its minutes. */
final class WorkingDayReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "WorkingDayScheduled" -> {
                card.write("kind", "WORKING_DAY", "status", "SCHEDULED")
                        .write("partner", event.partner());
                meeting(card, event);
            }
            case "WorkingDayRescheduled" -> {
                meeting(card, event);
                card.write("reason", event.value("reason"));
            }
            case "WorkingDayCancelled" ->
                    card.write("status", "CANCELLED", "reason", event.text("reason"));
            case "AgendaItemAdded" ->
                    card.append(
                            "agenda",
                            Fields.of(
                                    "id", event.text("itemId"),
                                    "partner", event.value("partnerId"),
                                    "label", event.text("label"),
                                    "card", event.value("cardId"),
                                    "cardVersion", event.value("cardVersion"),
                                    "note", event.value("note")));
            case "AgendaItemRemoved" -> card.strike("agenda", "id", event.text("itemId"));
            case "MinutesPublished" -> minutes(card, event);
            default -> throw Reckoning.unknown(event);
        }
    }

    private static void meeting(Sheet card, Event event) {
        String place = event.textOrNull("territory");
        card.write("heldOn", event.text("date"), "title", event.text("theme"))
                .write("preview", event.text("place"), "description", event.value("description"))
                .write("inTerritory", place, "territory", place == null ? "pays:FR" : place);
    }

    private static void minutes(Sheet card, Event event) {
        card.write("status", "HELD", "reason", null)
                .write(
                        "minutes",
                        Fields.of(
                                "text", event.text("text"),
                                "attending", event.value("attending"),
                                "decisions",
                                        event.records("decisions").stream()
                                                .map(
                                                        decision ->
                                                                Fields.of(
                                                                        "id",
                                                                                decision.get(
                                                                                        "decisionId"),
                                                                        "text",
                                                                                decision.get(
                                                                                        "text"),
                                                                        "action",
                                                                                decision.get(
                                                                                        "actionId")))
                                                .toList(),
                                "publishedAt", Fields.text(event.time()),
                                "correction", event.value("correction")));
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        Map<String, Object> minutes = card.record("minutes");
        return Stream.of(
                        Stream.of(
                                card.text("title"),
                                card.text("preview"),
                                card.text("description"),
                                gazetteer.name(Objects.requireNonNull(card.text("territory"))),
                                (String) minutes.get("text")),
                        Reckoning.all(card.records("agenda"), "label"),
                        Reckoning.all(Fields.records(minutes, "decisions"), "text"))
                .flatMap(texts -> texts);
    }
}
