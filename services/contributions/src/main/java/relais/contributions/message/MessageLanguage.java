package relais.contributions.message;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.RedactedBy;

/** What the log learns of a message: all but what it says. */
public final class MessageLanguage implements PublishedLanguage<Message, MessageEvent> {

    @Override
    public String home(Message message) {
        return message.author().home().value();
    }

    @Override
    public String territory(Message message) {
        return home(message);
    }

    @Override
    public String partner(Message message) {
        return message.author().partner().value();
    }

    @Override
    public SpecificRecord toAvro(String id, MessageEvent event) {
        return switch (event) {
            case MessageEvent.Posted posted ->
                    MessagePosted.newBuilder()
                            .setMessageId(id)
                            .setSubjectId(posted.subject())
                            .setPartnerId(posted.author().partner().value())
                            .setMandateId(posted.author().mandate())
                            .setKeyId(posted.key().toString())
                            .setNonce(ByteBuffer.wrap(posted.text().nonce()))
                            .setCiphertext(ByteBuffer.wrap(posted.text().ciphertext()))
                            .setLength(posted.length())
                            .setInReplyTo(
                                    posted.inReplyTo() == null ? null : posted.inReplyTo().value())
                            .build();
            case MessageEvent.Redacted redacted ->
                    MessageRedacted.newBuilder()
                            .setMessageId(id)
                            .setRedactedBy(
                                    switch (redacted.by()) {
                                        case AUTHOR -> RedactedBy.AUTHOR;
                                        case COMMITTEE -> RedactedBy.COMMITTEE;
                                    })
                            .setReason(redacted.reason())
                            .build();
        };
    }

    @Override
    public MessageEvent fromAvro(SpecificRecord event, Filed filed) {
        return MessageReader.fromAvro(event, filed);
    }
}
