package relais.contributions.message;

import relais.aggregates.partner.Actor;

/** The cards that threads hang on. */
public interface Subjects {

    /** Whether someone may know that there is such a card; so it is with its thread. */
    boolean isVisible(String id, Actor reader);
}
