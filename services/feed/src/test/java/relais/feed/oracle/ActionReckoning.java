package relais.feed.oracle;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An action: what is planned, how far it is, how it ended. */
final class ActionReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "ActionPlanned" -> {
                card.write("kind", "ACTION", "status", "PLANNED")
                        .write(
                                "origin",
                                Fields.of(
                                        "workingDay", event.value("workingDayId"),
                                        "decision", event.value("decisionId")));
                plan(card, event.record("content"));
            }
            case "ActionRevised" -> plan(card, event.record("content"));
            case "ActionProgressed" -> {
                card.write("status", "UNDER_WAY");
                card.append(
                        "progress",
                        Fields.of(
                                "percent", event.value("percent"),
                                "at", Fields.text(event.time()),
                                "report", event.text("report")));
            }
            case "ActionCompleted" ->
                    card.write("status", "COMPLETED")
                            .write(
                                    "end",
                                    Fields.of(
                                            "completedOn", event.text("completedOn"),
                                            "remark", event.value("report")));
            case "ActionAbandoned" ->
                    card.write("status", "ABANDONED")
                            .write("end", Fields.of("remark", event.text("reason")));
            default -> throw Reckoning.unknown(event);
        }
    }

    private static void plan(Sheet card, Map<String, Object> content) {
        card.write("title", content.get("title"), "axes", content.get("axes"))
                .write("dueOn", content.get("dueOn"), "territory", content.get("territory"))
                .write("partner", content.get("leadPartnerId"))
                .write(
                        "plan",
                        Fields.of(
                                "description", content.get("description"),
                                "partnersInvolved", content.get("partnersInvolved"),
                                "objectives", content.get("objectives"),
                                "contribution", content.get("contributionId"),
                                "experiences", content.get("experiences")));
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        return Stream.of(
                card.text("title"),
                (String) card.record("plan").get("description"),
                gazetteer.name(Objects.requireNonNull(card.text("territory"))));
    }
}
