package relais.feed.query;

import java.time.Instant;
import relais.feed.projection.Activity;
import relais.feed.projection.Card;

/**
 * Where an entry stands in a list: a text that sorts as the list does. It begins with the date, so
 * that a range of dates, an instant to read as of, and a cursor are all bounds of one range; it
 * ends with what makes it unique, so that the order of equal dates never changes. Nothing in it
 * depends on the other entries, so a cursor stays right whatever is added on either side of it.
 */
public final class Positions {

    private static final char SEPARATOR = '|';

    private Positions() {}

    public static String of(Card card) {
        return Moments.text(card.date()) + SEPARATOR + card.aggregateId();
    }

    public static String of(Activity activity) {
        String sequence = Long.toString(activity.stamp().sequence());
        return Moments.text(activity.stamp().time())
                + SEPARATOR
                + activity.stamp().aggregateId()
                + SEPARATOR
                + "0".repeat(Math.max(0, 10 - sequence.length()))
                + sequence;
    }

    /** Before every position of this instant or later, and after every earlier one. */
    public static String startOf(Instant instant) {
        return Moments.text(instant);
    }

    /** Whether a text can be a position: what a cursor may hold. */
    public static boolean isPosition(String text) {
        return text.length() <= 256
                && text.matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\\|[^\\p{Cntrl}]+");
    }
}
