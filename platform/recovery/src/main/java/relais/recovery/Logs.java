package relais.recovery;

import relais.log.Log;
import relais.log.Offsets;

/**
 * The log as a recovery needs it. Both methods, and the logs, throw {@link
 * relais.log.LogUnavailable}.
 */
public interface Logs {

    /** One topic of it. */
    Log of(String topic);

    /** How far a group has come in a topic; 0 where it committed nothing. */
    Offsets committed(String group, String topic);
}
