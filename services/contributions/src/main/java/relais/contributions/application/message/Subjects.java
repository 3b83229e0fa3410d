package relais.contributions.application.message;

import relais.contributions.domain.Actor;

/** The cards that threads hang on. */
public interface Subjects {

    /** Whether someone may know that there is such a card; so it is with its thread. */
    boolean isVisible(String id, Actor reader);
}
