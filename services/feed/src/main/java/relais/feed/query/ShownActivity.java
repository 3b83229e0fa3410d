package relais.feed.query;

import relais.feed.projection.Activity;

/**
 * An activity as one reader may see it.
 *
 * @param textHidden whether the text was taken out because the subject was moderated
 */
public record ShownActivity(Activity activity, boolean textHidden) {

    public String position() {
        return Positions.of(activity);
    }
}
