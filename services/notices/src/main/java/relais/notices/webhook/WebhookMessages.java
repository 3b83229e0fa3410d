package relais.notices.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import relais.notices.follow.PublicEvent;
import relais.notices.notice.PublicEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes messages of public events, as structured CloudEvents 1.0: of activities, or, for a filter
 * that takes words to decide, of cards at a new version. None of them has a word of an author.
 */
@Component
record WebhookMessages(
        MongoWebhooks webhooks,
        MongoWebhookMessages messages,
        PortalAddress portal,
        JsonMapper json,
        Clock clock)
        implements PublicEventListener {

    /** What is said of a card at a new version, whatever brought it there. */
    private static final String CARD_CHANGED = "CardChanged";

    private static final DateTimeFormatter PLACE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Override
    public void tell(List<PublicEvent> events) {
        List<PublicEvent> news = events.stream().filter(event -> !event.archive()).toList();
        if (news.isEmpty()) {
            return;
        }
        Map<String, List<PublicEvent>> byProbe = PublicEvent.byProbe(news);
        webhooks.probed(
                byProbe.keySet(),
                webhook ->
                        byProbe.getOrDefault(webhook.probe(), List.of())
                                .forEach(event -> tell(webhook, event)));
    }

    private void tell(Webhook webhook, PublicEvent event) {
        if (webhook.state() == WebhookState.ACTIVE
                && !event.occurredAt().isBefore(webhook.since())
                && isDecidedBy(event, webhook)
                && webhook.filter().matches(event)) {
            Instant now = clock.instant();
            messages.add(message(webhook, event, now));
            webhooks.wake(webhook.id(), now);
        }
    }

    /** Nothing is sent twice: an activity or a card decides, never both. */
    static boolean isDecidedBy(PublicEvent event, Webhook webhook) {
        return webhook.filter().needsWords() == event.hasWords();
    }

    WebhookMessage message(Webhook webhook, PublicEvent event, Instant now) {
        String id = webhook.id() + ":" + event.id();
        return new WebhookMessage(
                id,
                webhook.id(),
                event.id(),
                PLACE.format(now) + " " + id,
                WebhookMessage.MessageState.PENDING,
                json.writeValueAsString(cloudEvent(event)),
                now,
                0,
                null);
    }

    private Map<String, Object> cloudEvent(PublicEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", event.kind());
        data.put("card", event.card());
        data.put("version", event.version());
        if (event.subject() != null) {
            data.put("subject", event.subject());
        }
        data.put("territories", event.territories());
        data.put("partners", event.partners());
        data.put("axes", List.copyOf(event.axes()));
        data.put("levels", List.copyOf(event.levels()));
        data.put("page", portal.address() + "/cards/" + event.card());
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", event.id());
        envelope.put("source", portal.address());
        envelope.put("type", "relais.public." + (event.hasWords() ? CARD_CHANGED : event.type()));
        envelope.put("subject", event.card());
        envelope.put("time", PLACE.format(event.occurredAt()));
        envelope.put("position", event.position());
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", data);
        return envelope;
    }
}
