package relais.feed.oracle;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A message: that it was written and taken back, never what it says. */
final class MessageReckoning implements Reckoning {

    @Override
    public void reckon(Sheet card, Event event, String since) {
        switch (event.type()) {
            case "MessagePosted" ->
                    card.write("kind", "MESSAGE", "status", "POSTED")
                            .write("partner", event.text("partnerId"))
                            .write("territory", event.territory())
                            .write("subject", event.text("subjectId"))
                            .write("mandate", event.text("mandateId"))
                            .write("length", event.value("length"))
                            .write("inReplyTo", event.value("inReplyTo"));
            case "MessageRedacted" ->
                    card.write("status", "REDACTED")
                            .write(
                                    "redaction",
                                    Fields.of(
                                            "by", event.text("redactedBy"),
                                            "at", Fields.text(event.time()),
                                            "reason", event.value("reason")));
            default -> throw Reckoning.unknown(event);
        }
    }

    @Override
    public Stream<@Nullable String> texts(Sheet card, Gazetteer gazetteer) {
        return Stream.of();
    }
}
