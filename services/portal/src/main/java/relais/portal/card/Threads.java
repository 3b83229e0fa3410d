package relais.portal.card;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import relais.portal.api.Card;
import relais.portal.api.ContributionsApi;
import relais.portal.api.FeedApi;
import relais.portal.api.Listing;
import relais.portal.api.Message;
import relais.portal.call.Answer;
import relais.portal.call.Calls;
import relais.portal.call.Pending;
import relais.portal.call.Service;

/** What people say about a card, with the names of those they speak for. */
@Component
record Threads(ContributionsApi contributions, FeedApi feed, Calls calls) {

    private static final String MOST = "100";

    /**
     * A message as it is shown.
     *
     * @param version to name when it is hidden
     * @param text absent if it is hidden or erased; {@code status} says which
     * @param answer whether it replies to another
     */
    public record Said(
            String id,
            long version,
            String status,
            String partner,
            String partnerName,
            Instant at,
            boolean answer,
            @Nullable String text,
            @Nullable String reason) {}

    /** Begins to ask. */
    Asked ask(String card) {
        var question = new LinkedMultiValueMap<String, String>();
        question.add("subject", card);
        question.add("limit", MOST);
        return new Asked(
                calls.start(Service.CONTRIBUTIONS, () -> contributions.messages(question)));
    }

    /** A thread that was asked for. */
    final class Asked {

        private final Pending<Listing<Message>> messages;

        private Asked(Pending<Listing<Message>> messages) {
            this.messages = messages;
        }

        Answer<List<Said>> answer() {
            return messages.answer().map(listing -> named(listing.items()));
        }
    }

    private List<Said> named(List<Message> messages) {
        var asked = new LinkedHashMap<String, Pending<Card>>();
        for (Message message : messages) {
            asked.computeIfAbsent(
                    message.partner(),
                    id ->
                            calls.start(
                                    Service.FEED,
                                    () -> feed.card(id, new LinkedMultiValueMap<>())));
        }
        Map<String, String> names = new LinkedHashMap<>();
        asked.forEach((id, card) -> names.put(id, name(card, id)));
        return messages.stream().map(message -> said(message, names)).toList();
    }

    private static String name(Pending<Card> card, String id) {
        return card.answer()
                .content()
                .map(found -> Objects.requireNonNullElse(found.title(), id))
                .orElse(id);
    }

    private static Said said(Message message, Map<String, String> names) {
        return new Said(
                message.id(),
                message.version(),
                message.status(),
                message.partner(),
                names.getOrDefault(message.partner(), message.partner()),
                message.postedAt(),
                message.inReplyTo() != null,
                message.text(),
                message.redaction() == null ? null : message.redaction().reason());
    }
}
