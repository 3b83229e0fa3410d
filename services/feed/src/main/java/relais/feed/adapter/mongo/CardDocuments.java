package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.zip.CRC32C;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonWriter;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.feed.adapter.mongo.SearchKeys.CardTerms;
import relais.feed.projection.Activity;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.Content;
import relais.feed.projection.ExperienceCard;
import relais.feed.projection.LogPosition;
import relais.feed.query.CardOrder;
import relais.feed.query.CostClass;
import relais.feed.query.Moments;
import relais.feed.query.Positions;
import relais.feed.query.PublicGroup;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;

/**
 * Versions of cards and entries of the feed as documents: the records themselves, and beside them
 * what they are found by. The {@code _id} of a version is {@code aggregateId:version}, that of an
 * entry the event's.
 *
 * <p>They are encoded once, here: the driver hands the bytes on. Their {@value #PRINT} is a
 * checksum of what the event made, and not of what later events bring, {@code validTo} and {@code
 * hidden}: two models in which it is the same were made the same ({@link MongoParity}).
 */
record CardDocuments(SearchKeys keys) {

    static final String PRINT = "print";

    private static final String TERMS = "terms";

    private static final RecordCodec<Card> CARDS = RecordCodecs.of(Card.class);
    private static final RecordCodec<BlankCard> BLANKS = RecordCodecs.of(BlankCard.class);
    private static final RecordCodec<StoredActivity> ACTIVITIES =
            RecordCodecs.of(StoredActivity.class);

    /** Bytes before the first field: the length of the document. */
    private static final int LENGTH = Integer.BYTES;

    /**
     * @param log where the event lies that made this version, so that two models can be compared up
     *     to one place
     * @param validTo null while it is not known to have ended
     * @param hidden whether its text is for few
     */
    RawBsonDocument write(
            Card card,
            CardTerms terms,
            LogPosition log,
            @Nullable Instant validTo,
            boolean hidden) {
        var bytes = new DocumentBuffer();
        try (var writer = new BsonBinaryWriter(bytes)) {
            writer.writeStartDocument();
            writeFields(writer, card, terms.terms());
            writer.writeString("lane", log.lane());
            writer.writeInt64("offset", log.offset());
            writer.writeInt64(PRINT, print(bytes));
            if (validTo != null) {
                writer.writeDateTime("validTo", validTo.toEpochMilli());
            }
            return ended(writer, bytes, hidden);
        }
    }

    private void writeFields(BsonWriter writer, Card card, List<String> terms) {
        boolean namesPartner = false;
        if (card instanceof BlankCard blank) {
            BLANKS.encodeFields(writer, blank);
        } else {
            CARDS.encodeFields(writer, card);
            namesPartner = CARDS.hasField(card, "partner");
        }
        writer.writeString("_id", card.revision().id());
        writer.writeString("visibility", card.visibility().name());
        writer.writeString("position", Positions.of(card));
        writer.writeString("month", Moments.monthOf(card.date()));
        if (card instanceof ExperienceCard experience) {
            writePractice(writer, experience);
        }
        String partner = card.partner();
        if (partner != null && !namesPartner) {
            writer.writeString("partner", partner);
        }
        String territory = card.territory();
        if (territory != null) {
            write(writer, "territories", keys.reach(List.of(territory)));
        }
        if (!terms.isEmpty()) {
            write(writer, TERMS, terms);
        }
    }

    /** What experiences are ordered and chosen by beyond their headline. */
    private static void writePractice(BsonWriter writer, ExperienceCard card) {
        for (CardOrder order : List.of(CardOrder.ADOPTIONS, CardOrder.COST)) {
            writer.writeString(order.field(), requireNonNull(order.of(card)));
        }
        Content.Means means = card.content().means();
        CostClass cost = CostClass.of(means == null ? null : means.euros());
        if (cost != null) {
            writer.writeString("costClass", cost.name());
        }
        List<String> groups =
                PublicGroup.of(card.content().audience()).stream().map(Enum::name).toList();
        if (!groups.isEmpty()) {
            write(writer, "audiences", groups);
        }
    }

    static StoredCard read(Document document) {
        Card card =
                document.containsKey("kind")
                        ? CARDS.fromDocument(document)
                        : BLANKS.fromDocument(document);
        Date end = document.getDate("validTo");
        return new StoredCard(
                card, end == null ? null : end.toInstant(), document.getBoolean("hidden", false));
    }

    /** The words that a version is found by. */
    static List<String> terms(Document document) {
        return document.getList(TERMS, String.class, List.of());
    }

    /**
     * @param card the card after the event: the entry is found by its words
     */
    RawBsonDocument write(Activity activity, Card card, CardTerms ofCard, boolean hidden) {
        List<String> reach = keys.reach(activity.about());
        List<String> terms = keys.terms(card, ofCard, activity.note());
        var bytes = new DocumentBuffer();
        try (var writer = new BsonBinaryWriter(bytes)) {
            writer.writeStartDocument();
            ACTIVITIES.encodeFields(writer, new StoredActivity(activity, reach, terms, false));
            writer.writeInt64(PRINT, print(bytes));
            return ended(writer, bytes, hidden);
        }
    }

    /** What a document that was written here carries as its checksum. */
    static long print(RawBsonDocument document) {
        return document.getInt64(PRINT).getValue();
    }

    static StoredActivity readActivity(Document document) {
        return ACTIVITIES.fromDocument(document);
    }

    /** For an update that names the {@code _id} in its filter. */
    static RawBsonDocument withoutId(RawBsonDocument document) {
        ByteBuf from = document.getByteBuffer();
        byte[] bytes = new byte[from.remaining()];
        from.get(bytes);
        try (var reader = new BsonBinaryReader(ByteBuffer.wrap(bytes))) {
            reader.readStartDocument();
            while (true) {
                int begin = reader.getBsonInput().getPosition();
                reader.readBsonType();
                if (!reader.readName().equals("_id")) {
                    reader.skipValue();
                    continue;
                }
                reader.skipValue();
                int end = reader.getBsonInput().getPosition();
                System.arraycopy(bytes, end, bytes, begin, bytes.length - end);
                int length = bytes.length - (end - begin);
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(0, length);
                return new RawBsonDocument(bytes, 0, length);
            }
        }
    }

    private static RawBsonDocument ended(
            BsonBinaryWriter writer, DocumentBuffer bytes, boolean hidden) {
        if (hidden) {
            writer.writeBoolean("hidden", true);
        }
        writer.writeEndDocument();
        return bytes.document();
    }

    private static void write(BsonWriter writer, String name, List<String> texts) {
        writer.writeStartArray(name);
        texts.forEach(writer::writeString);
        writer.writeEndArray();
    }

    /**
     * Of the fields written so far: 32 bits, so that those of two thousand million documents can be
     * added up. It tells mistakes, not forgeries.
     */
    private static long print(DocumentBuffer bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes.getInternalBuffer(), LENGTH, bytes.getPosition() - LENGTH);
        return checksum.getValue();
    }
}
