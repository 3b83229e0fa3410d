package relais.local.verify;

import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.local.call.ServiceCalls;
import tools.jackson.databind.JsonNode;

/**
 * Reads the whole log once and says whether it is what history proves and what the feed claims, and
 * whether it and the services' stores tell the same versions of every aggregate.
 */
public final class Verification {

    private final Deployment deployment;
    private final Progress progress;
    private final Clock clock;
    private final ServiceApi history;
    private final Map<String, Reconciliation> byTopic = new LinkedHashMap<>();
    private final Repeats repeats = new Repeats();
    private final Findings findings = new Findings();

    public Verification(Deployment deployment, Progress progress, Clock clock) {
        this.deployment = deployment;
        this.progress = progress;
        this.clock = clock;
        this.history = deployment.service("history");
        for (String service : Deployment.DECIDING) {
            byTopic.put("relais." + service, new Reconciliation(deployment.service(service)));
        }
    }

    /**
     * To be called once.
     *
     * @throws relais.local.message.Problem if a service does not answer or refuses
     */
    public Report run() {
        try {
            return verify();
        } finally {
            progress.ends();
        }
    }

    private Report verify() {
        // In this order: what is asked first is at most as far as the log's end.
        for (Reconciliation service : byTopic.values()) {
            progress.lists(service.tally().service());
            service.list();
        }
        Proof claimed = claimOfTheFeed();
        Instant at = clock.instant();
        Proof expected = Proof.parse(history.get("/proofs"));
        Proof seenByTheFeed = claimed == null ? null : placeOfTheFeed(claimed);

        LogDigest whole = new LogDigest(expected.ends());
        LogDigest seen = new LogDigest(seenByTheFeed == null ? Map.of() : seenByTheFeed.ends());
        new EventStream(history, expected.upTo())
                .forEach(
                        log -> {
                            read(log, whole, seen);
                            progress.reads(whole.events(), expected.events());
                        });
        if (!repeats.isEmpty()) {
            new EventStream(history, expected.upTo()).forEach(log -> repeats.read(log, findings));
        }
        repeats.conclude(findings);
        byTopic.values().forEach(Reconciliation::lookAgain);
        byTopic.values().forEach(service -> service.conclude(findings));

        Proof found = whole.proof();
        expected.compare(found, Kind.LOG_DIFFERS, findings);
        return new Report(
                at,
                expected.upTo(),
                found.events(),
                found.digest(),
                claimed == null ? null : judge(claimed, seenByTheFeed, seen.proof()),
                byTopic.values().stream().map(Reconciliation::tally).toList(),
                findings);
    }

    private void read(LogRecord log, LogDigest whole, LogDigest seen) {
        long due = whole.due(log.partition());
        if (log.offset() != due) {
            findings.add(
                    Kind.OFFSETS_MISSING,
                    log.partition(),
                    Versions.text(due, log.offset() - 1),
                    log.offset());
        }
        byte[] fingerprint = LogDigest.of(log);
        whole.add(log, fingerprint);
        seen.add(log, fingerprint);

        LogRecord.Event event = log.event();
        Reconciliation service = byTopic.get(log.partition().topic());
        if (event == null || service == null) {
            findings.add(Kind.NO_EVENT, log.place(), "", "");
            return;
        }
        switch (service.tell(event)) {
            case NEXT -> {}
            case LATE -> findings.add(Kind.EVENT_LATE, event.id(), "", log.place());
            case AGAIN -> repeats.add(event);
        }
    }

    private @Nullable Proof claimOfTheFeed() {
        JsonNode proof = deployment.service("feed").get("/facets").path("proof");
        if (proof.isObject()) {
            return Proof.parse(proof);
        }
        findings.add(Kind.FEED_SILENT, "feed", "", "");
        return null;
    }

    /** What history says of the place that the feed has reached; null if there is no such place. */
    private @Nullable Proof placeOfTheFeed(Proof claimed) {
        String place = URLEncoder.encode(claimed.upTo(), StandardCharsets.UTF_8);
        ServiceCalls.Answer answer = history.ask("/proofs?upTo=" + place);
        if (answer.status() == HttpURLConnection.HTTP_BAD_REQUEST) {
            findings.add(Kind.FEED_ELSEWHERE, claimed.upTo(), "", "");
            return null;
        }
        return Proof.parse(history.accepted("/proofs", answer));
    }

    private Report.Claim judge(Proof claimed, @Nullable Proof place, Proof seen) {
        boolean equal = place != null && claimed.saysTheSameAs(seen);
        if (place != null && !equal) {
            findings.add(Kind.FEED_DIFFERS, claimed.upTo(), seen.summary(), claimed.summary());
        }
        return new Report.Claim(claimed.upTo(), claimed.events(), claimed.digest(), equal);
    }
}
