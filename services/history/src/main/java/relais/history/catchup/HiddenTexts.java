package relais.history.catchup;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which experiences were withdrawn, moderated or taken back, as the log stands: what they said is
 * told to operators only, whatever instant or place of the log is asked about. Known from {@link
 * Headers}.
 */
public final class HiddenTexts {

    private final Headers headers;
    private final Duration patience;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    /**
     * @param patience how long a question waits while another one has the log read
     */
    public HiddenTexts(Headers headers, Duration patience) {
        this.headers = headers;
        this.patience = patience;
        headers.tell(this::look);
    }

    /**
     * Their ids.
     *
     * @throws StillReading if that takes longer than anyone waits
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    public Set<String> now() throws InterruptedException {
        headers.readToEnd(patience);
        return Set.copyOf(hidden);
    }

    private void look(Headers.Header header) {
        switch (header.name()) {
            case "ExperienceWithdrawn", "ExperienceModerated", "ExperienceTakenBack" ->
                    hidden.add(header.aggregate());
            case "ExperienceResubmitted" -> hidden.remove(header.aggregate());
            default -> {}
        }
    }
}
