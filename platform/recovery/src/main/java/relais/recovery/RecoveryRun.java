package relais.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import relais.log.Log;
import relais.log.Offsets;
import relais.recovery.RecoveryReport.Counted;

/**
 * One recovery from its beginning to its end. The order matters: what decisions rest on comes
 * first, what is made from it second, and what was read of others last, so that an answer to an
 * event that is still to come finds the aggregates.
 */
final class RecoveryRun {

    private final RecoverableService service;
    private final KafkaLogs logs;
    private final String operator;
    private final Findings findings = new Findings();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final List<Derived> derived;
    private final List<Counted> restored = new ArrayList<>();
    private final List<Counted> taken = new ArrayList<>();
    private final TopicPass pass;
    private final Log log;
    private volatile List<Loss> lost = List.of();

    RecoveryRun(RecoverableService service, KafkaLogs logs, String operator) {
        this.service = service;
        this.logs = logs;
        this.operator = operator;
        this.derived = service.derived().get();
        this.log = logs.of(service.topic());
        this.pass = new TopicPass(log, service.kinds(), derived, findings, read::addAndGet);
    }

    void run() throws InterruptedException {
        service.createIndexes().run();
        // What an own reader had committed is read a second time, for another purpose.
        for (var reader : service.readers()) {
            for (String topic : reader.topics()) {
                events.addAndGet(length(logs.committed(reader.group(), topic)));
            }
        }
        Log.Extent extent = log.extent();
        events.addAndGet(extent.start().until(extent.end()));
        pass.run(extent);
        for (Derived each : derived) {
            long count = each.restore(operator, findings);
            synchronized (restored) {
                restored.add(new Counted(each.name(), count));
            }
        }
        for (var reader : service.readers()) {
            long count = new ReaderPass(reader, read::addAndGet).run(logs);
            synchronized (taken) {
                taken.add(new Counted(reader.group(), count));
            }
        }
        List<Loss> all = new ArrayList<>();
        derived.forEach(each -> all.addAll(each.losses()));
        all.addAll(service.losses().get());
        lost = List.copyOf(all);
    }

    private static long length(Offsets committed) {
        return Offsets.START.until(committed);
    }

    RecoveryReport report() {
        List<Counted> readers;
        synchronized (taken) {
            readers = List.copyOf(taken);
        }
        List<Counted> besides;
        synchronized (restored) {
            besides = List.copyOf(restored);
        }
        return new RecoveryReport(
                events.get(),
                read.get(),
                pass.tallies(),
                readers,
                besides,
                findings.count(),
                findings.first(),
                lost);
    }
}
