package relais.recovery;

import relais.log.Envelope;
import relais.log.LoggedEvent;

/** A record of the log that is an event. */
record EnvelopedEvent(LoggedEvent event, Envelope envelope) {

    String place() {
        return event.place().address().toString();
    }
}
