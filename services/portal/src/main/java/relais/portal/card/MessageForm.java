package relais.portal.card;

import java.util.UUID;
import relais.portal.api.ContributionsApi;
import relais.portal.form.Typed;

/** The fields with which people write below a card. */
final class MessageForm {

    /** Made when the form is shown: whatever happens on the way, a message is posted once. */
    static final String KEY = "key";

    private MessageForm() {}

    static Typed empty() {
        return Typed.nothing().with(KEY, UUID.randomUUID());
    }

    static ContributionsApi.NewMessage message(String card, Typed typed) {
        String text = typed.text("text").replace("\r\n", "\n").strip();
        return new ContributionsApi.NewMessage(
                card, text.isEmpty() ? null : text, typed.value("inReplyTo"));
    }
}
