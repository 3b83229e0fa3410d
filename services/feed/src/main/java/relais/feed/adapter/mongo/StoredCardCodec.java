package relais.feed.adapter.mongo;

import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;

/**
 * Reads versions of cards from what the store sends, without a document between. {@link
 * CardDocuments} writes them.
 */
final class StoredCardCodec implements Codec<StoredCard> {

    private static final RecordCodec<Card> CARDS = RecordCodecs.of(Card.class);
    private static final RecordCodec<BlankCard> BLANKS = RecordCodecs.of(BlankCard.class);

    /** The same registry, which knows cards and entries of the feed, too. */
    static CodecRegistry in(CodecRegistry registry) {
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromCodecs(
                        new StoredCardCodec(), RecordCodecs.of(StoredActivity.class)),
                registry);
    }

    @Override
    public StoredCard decode(BsonReader reader, DecoderContext context) {
        BsonReaderMark start = reader.getMark();
        boolean isBlank = true;
        boolean hidden = false;
        @Nullable Instant validTo = null;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "kind" -> {
                    isBlank = false;
                    reader.skipValue();
                }
                case "hidden" -> hidden = reader.readBoolean();
                case "validTo" -> validTo = Instant.ofEpochMilli(reader.readDateTime());
                default -> reader.skipValue();
            }
        }
        start.reset();
        Card card = isBlank ? BLANKS.decode(reader, context) : CARDS.decode(reader, context);
        return new StoredCard(card, validTo, hidden);
    }

    @Override
    public void encode(BsonWriter writer, StoredCard card, EncoderContext context) {
        throw new UnsupportedOperationException("Cards are written by CardDocuments");
    }

    @Override
    public Class<StoredCard> getEncoderClass() {
        return StoredCard.class;
    }
}
