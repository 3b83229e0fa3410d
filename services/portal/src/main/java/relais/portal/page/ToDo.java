package relais.portal.page;

/**
 * One thing that waits for somebody.
 *
 * @param key of the words {@code to-do.<key>}
 * @param about what it concerns, such as the title of a card
 * @param written whether people wrote that, in French; else it is in the words of the page
 * @param path of the page where it is done
 * @param late whether it should have been done by now
 */
public record ToDo(String key, String about, boolean written, String path, boolean late) {

    /** About what people wrote. */
    public ToDo(String key, String about, String path, boolean late) {
        this(key, about, true, path, late);
    }
}
