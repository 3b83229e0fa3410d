package relais.feed.adapter.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;
import relais.feed.projection.Activity;
import relais.feed.projection.BlankCard;
import relais.feed.projection.Card;
import relais.feed.projection.LogPosition;
import relais.feed.query.Moments;
import relais.feed.query.Positions;
import relais.feed.query.StoredActivity;
import relais.feed.query.StoredCard;

/**
 * Versions of cards and entries of the feed as documents: the records themselves, and beside them
 * what they are found by. The {@code _id} of a version is {@code aggregateId:version}, that of an
 * entry the event's.
 */
record CardDocuments(SearchKeys keys) {

    private static final RecordCodec<Card> CARDS = RecordCodecs.of(Card.class);
    private static final RecordCodec<BlankCard> BLANKS = RecordCodecs.of(BlankCard.class);
    private static final RecordCodec<StoredActivity> ACTIVITIES =
            RecordCodecs.of(StoredActivity.class);

    /**
     * The document with where in the log the event lies that made this version, so that two models
     * can be compared up to one place.
     */
    Document write(Card card, LogPosition log) {
        return write(card).append("lane", log.lane()).append("offset", log.offset());
    }

    /** The document but for {@code validTo} and {@code hidden}, which later events bring. */
    Document write(Card card) {
        Document document =
                card instanceof BlankCard blank ? BLANKS.toDocument(blank) : CARDS.toDocument(card);
        document.append("_id", card.revision().id())
                .append("visibility", card.visibility().name())
                .append("position", Positions.of(card))
                .append("month", Moments.monthOf(card.date()));
        if (card.partner() != null) {
            document.append("partner", card.partner());
        }
        if (card.territory() != null) {
            document.append("territories", keys.reach(List.of(card.territory())));
        }
        List<String> terms = keys.terms(card);
        return terms.isEmpty() ? document : document.append("terms", terms);
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

    /**
     * The document but for {@code hidden}.
     *
     * @param card the card after the event: the entry is found by its words
     */
    Document write(Activity activity, Card card) {
        List<String> reach = keys.reach(activity.about());
        List<String> terms = keys.terms(card, activity.note());
        return ACTIVITIES.toDocument(new StoredActivity(activity, reach, terms, false));
    }

    static StoredActivity readActivity(Document document) {
        return ACTIVITIES.fromDocument(document);
    }
}
