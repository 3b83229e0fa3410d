package relais.contributions.message;

import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;

/** What the log learns of a message: all but what it says. A text stays sealed. */
public final class MessageAvro {

    private MessageAvro() {}

    public static PublishedLanguage<Message, MessageEvent> language() {
        return PublishedLanguage.of(
                AvroMapping.of(MessageEvent.class, "messageId")
                        .event(MessageEvent.Posted.class, MessagePosted.class)
                        .field(MessageEvent.Posted.class, "subject", "subjectId")
                        .field(MessageEvent.Posted.class, "author.mandate", "mandateId")
                        .fromKey(MessageEvent.Posted.class, "author.home")
                        .text(KeyId.class, KeyId::of)
                        .event(MessageEvent.Redacted.class, MessageRedacted.class)
                        .field(MessageEvent.Redacted.class, "by", "redactedBy")
                        .build(),
                message -> message.author().home().value(),
                message -> message.author().home().value(),
                message -> message.author().partner().value());
    }
}
