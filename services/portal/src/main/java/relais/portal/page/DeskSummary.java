package relais.portal.page;

import relais.portal.account.Person;

/** What waits for somebody, for the page that they come to first. */
public interface DeskSummary {

    /**
     * Begins to ask; nothing is waited for until the result is run.
     *
     * @return adds to the page what was answered: {@code waiting}, the first few {@link ToDo}s,
     *     {@code waitingMore}, whether there are others, and {@code waitingMissing}, whether a
     *     section of the desk did not answer
     */
    Runnable begin(Exchange exchange, Person person);
}
