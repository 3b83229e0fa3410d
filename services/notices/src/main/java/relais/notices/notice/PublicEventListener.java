package relais.notices.notice;

import java.util.List;
import relais.notices.follow.PublicEvent;

/** Receives each public event at least once. */
@FunctionalInterface
public interface PublicEventListener {

    /** In their order. Idempotent: the same events once more change nothing. */
    void tell(List<PublicEvent> events);
}
