package relais.contributions.message;

import java.nio.ByteBuffer;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;

/** Reads what {@link MessageLanguage} said: a text stays sealed. */
final class MessageReader {

    private MessageReader() {}

    static MessageEvent fromAvro(SpecificRecord event, Filed filed) {
        return switch (event) {
            case MessagePosted e ->
                    new MessageEvent.Posted(
                            new MessageId(e.getMessageId()),
                            e.getSubjectId(),
                            author(e, filed),
                            KeyId.of(e.getKeyId()),
                            new SealedText(bytes(e.getNonce()), bytes(e.getCiphertext())),
                            e.getLength(),
                            e.getInReplyTo() == null ? null : new MessageId(e.getInReplyTo()));
            case MessageRedacted e ->
                    new MessageEvent.Redacted(
                            switch (e.getRedactedBy()) {
                                case AUTHOR -> RedactedBy.AUTHOR;
                                case COMMITTEE -> RedactedBy.COMMITTEE;
                                case UNKNOWN ->
                                        throw new IllegalArgumentException(
                                                "Redacted by someone of a later release");
                            },
                            e.getReason());
            default -> throw PublishedLanguage.stranger(event);
        };
    }

    static Author author(MessagePosted posted, Filed filed) {
        return new Author(
                posted.getMandateId(),
                new PartnerId(posted.getPartnerId()),
                new TerritoryCode(filed.home()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
