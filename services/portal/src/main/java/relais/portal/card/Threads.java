package relais.portal.card;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.portal.api.ContributionsApi;
import relais.portal.api.Listing;
import relais.portal.api.Message;
import relais.portal.api.Questions;
import relais.portal.call.Answer;
import relais.portal.call.Pending;
import relais.portal.call.Remote;
import relais.portal.naming.NameBook;
import relais.portal.naming.Naming;

/** What people say about a card, with the names of those they speak for. */
@Component
record Threads(Remote<ContributionsApi> contributions, Naming naming) {

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
        var question = Questions.of("subject", card, "limit", MOST);
        return new Asked(contributions.start(api -> api.messages(question)));
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
        NameBook names = naming.of(messages.stream().map(Message::partner).toList());
        return messages.stream().map(message -> said(message, names)).toList();
    }

    private static Said said(Message message, NameBook names) {
        return new Said(
                message.id(),
                message.version(),
                message.status(),
                message.partner(),
                names.of(message.partner()),
                message.postedAt(),
                message.inReplyTo() != null,
                message.text(),
                message.redaction() == null ? null : message.redaction().reason());
    }
}
