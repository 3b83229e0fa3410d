package relais.history;

import org.springframework.test.context.bean.override.convention.TestBean;
import relais.log.kafka.KafkaLog;

/** The service on a log that is larger than any buffer on the way. */
abstract class RunningLargeHistory extends RunningHistory {

    @TestBean(name = "eventLog")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // Spring puts it in place of the bean
    KafkaLog log;

    static KafkaLog log() {
        return LargeLog.of(STACK);
    }
}
