package relais.notices.notice;

import relais.notices.follow.PublicEvent;

/** Receives each public event at least once. */
@FunctionalInterface
public interface PublicEventListener {

    /** Idempotent: the same event once more changes nothing. */
    void tell(PublicEvent event);
}
