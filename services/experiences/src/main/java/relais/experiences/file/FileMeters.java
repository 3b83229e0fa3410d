package relais.experiences.file;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import relais.experiences.experience.FileUse;

/**
 * What is measured of files. {@code relais.files.received}: files that were sent, by use and by
 * what became of them: {@code kept}, {@code busy}, {@code unavailable} or the code of a refusal.
 * {@code relais.files.kept} (bytes): what was written of them, in all sizes. {@code
 * relais.files.removed}: files, by {@code swept}, {@code hidden} (with their card) or {@code
 * erased}. {@code relais.files.sweeps}: rounds, by {@code done} or {@code failed}. {@code
 * relais.files.store} (seconds): calls of the bucket, by operation and by {@code ok} or {@code
 * failed}.
 */
public final class FileMeters {

    /** Why files were removed. */
    enum Removal {
        SWEPT("swept"),
        HIDDEN("hidden"),
        ERASED("erased");

        private final String tag;

        Removal(String tag) {
            this.tag = tag;
        }
    }

    private static final String KEPT = "kept";
    private static final String OK = "ok";
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    private final MeterRegistry meters;
    private final Counter keptBytes;

    public FileMeters(MeterRegistry meters) {
        this.meters = meters;
        this.keptBytes =
                Counter.builder("relais.files.kept")
                        .description("What was written of files, in all sizes")
                        .baseUnit("bytes")
                        .register(meters);
        // A rate is known from the first of its kind on only if its meter was there before.
        for (FileUse use : FileUse.values()) {
            received(use, KEPT);
        }
        Stream.of(Removal.values()).forEach(this::removals);
        Stream.of(DONE, FAILED).forEach(this::sweeps);
        for (String operation : List.of("put", "get", "delete", "list")) {
            Stream.of(OK, FAILED).forEach(outcome -> call(operation, outcome));
        }
    }

    void received(FileUse use, Inspected inspected) {
        switch (inspected) {
            case Inspected.Sound sound -> {
                received(use, KEPT).increment();
                keptBytes.increment(
                        sound.forms().values().stream().mapToDouble(form -> form.length).sum());
            }
            case Inspected.Unsound unsound -> received(use, unsound.because().code()).increment();
        }
    }

    /** Too many others were looked into just then. */
    void busy(FileUse use) {
        received(use, "busy").increment();
    }

    /** It could not be kept. */
    void unavailable(FileUse use) {
        received(use, "unavailable").increment();
    }

    void removed(Removal why, int files) {
        removals(why).increment(files);
    }

    void swept() {
        sweeps(DONE).increment();
    }

    void sweepFailed() {
        sweeps(FAILED).increment();
    }

    <T> T called(String operation, Supplier<T> call) {
        Timer.Sample started = Timer.start(meters);
        String outcome = FAILED;
        try {
            T answer = call.get();
            outcome = OK;
            return answer;
        } finally {
            started.stop(call(operation, outcome));
        }
    }

    private Counter received(FileUse use, String outcome) {
        return meters.counter("relais.files.received", "use", use.text(), "outcome", outcome);
    }

    private Counter removals(Removal why) {
        return meters.counter("relais.files.removed", "why", why.tag);
    }

    private Counter sweeps(String outcome) {
        return meters.counter("relais.files.sweeps", "outcome", outcome);
    }

    private Timer call(String operation, String outcome) {
        return meters.timer("relais.files.store", "operation", operation, "outcome", outcome);
    }
}
