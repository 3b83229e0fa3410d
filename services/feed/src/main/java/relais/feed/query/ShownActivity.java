package relais.feed.query;

import relais.feed.projection.Activity;

/**
 * An activity as one reader may see it.
 *
 * @param textHidden whether the text was taken out because the subject was withdrawn or moderated
 * @param reader who that reader is: what the entry names is shown as that reader may see it
 */
public record ShownActivity(Activity activity, boolean textHidden, Reader reader) {

    public String position() {
        return Positions.of(activity);
    }
}
