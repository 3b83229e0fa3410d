package relais.recovery;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what does not fit: the first hundred in full, all of them in number and in the log. */
public final class Findings {
    private static final Logger log = LoggerFactory.getLogger(Findings.class);
    private static final int MOST = 100;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    public synchronized void add(Finding finding) {
        count++;
        if (first.size() < MOST) {
            first.add(finding);
        }
        log.warn("recovery: {}", finding);
    }

    synchronized List<Finding> first() {
        return List.copyOf(first);
    }

    synchronized long count() {
        return count;
    }
}
