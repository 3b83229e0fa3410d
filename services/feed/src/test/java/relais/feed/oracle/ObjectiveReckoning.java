package relais.feed.oracle;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An objective and its measures. */
final class ObjectiveReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "ObjectiveSet" -> {
                if (event.sequence() == 1) {
                    card.write("kind", "OBJECTIVE", "status", "OPEN", "territory", "pays:FR")
                            .write("partner", event.partner());
                }
                card.write("title", event.text("title"), "preview", event.text("indicator"))
                        .write("axes", List.of(event.text("axis")), "dueOn", event.text("dueOn"))
                        .write(
                                "aim",
                                Fields.of(
                                        "unit", event.text("unit"),
                                        "baseline", event.value("baseline"),
                                        "baselineOn", event.value("baselineOn"),
                                        "target", event.text("target"),
                                        "steward", event.value("stewardId"),
                                        "note", event.value("note")));
            }
            case "ObjectiveMeasured" ->
                    card.append(
                            "measures",
                            Fields.of(
                                    "value", event.text("value"),
                                    "measuredOn", event.text("measuredOn"),
                                    "reportedAt", Fields.text(event.time()),
                                    "source", event.value("source"),
                                    "note", event.value("note")));
            case "ObjectiveWithdrawn" ->
                    card.write("status", "WITHDRAWN", "reason", event.text("reason"));
            default -> throw Reckoning.unknown(event);
        }
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        return Stream.of(
                card.text("title"), card.text("preview"), (String) card.record("aim").get("note"));
    }
}
