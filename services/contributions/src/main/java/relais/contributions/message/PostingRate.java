package relais.contributions.message;

import java.time.Duration;

/** How fast each mandate may post, whichever instance of the service it asks. */
interface PostingRate {

    /**
     * Takes one place, if there is one.
     *
     * @return zero if a place was taken, else how long to wait
     */
    Duration take(String mandate);
}
