package relais.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.local.message.Problem;
import relais.local.verify.StubDeployment.Stored;

/** Each fault is found, named exactly, and nothing else is. */
class VerificationTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private StubDeployment services;

    @BeforeEach
    void happen() throws IOException {
        services = new StubDeployment();
        for (int version = 1; version <= 4; version++) {
            services.publish("x-a");
            services.publish("x-b");
        }
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void whatAgreesIsEqual() {
        services.facets = () -> services.claim(5, digestOf(5));

        Report report = verify();

        assertThat(found(report)).isEmpty();
        assertThat(report.isEqual()).isTrue();
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.events()).isEqualTo(8);
        assertThat(report.digest()).isEqualTo(digestOf(8));
        assertThat(report.feed()).isEqualTo(new Report.Claim("5", 5, digestOf(5), true));
        assertThat(report.services())
                .containsExactly(
                        new Report.Tally("partners", 0, 0),
                        new Report.Tally("experiences", 2, 8),
                        new Report.Tally("contributions", 0, 0));
    }

    @Test
    void aFeedWithoutAProofIsSaidToHaveNone() {
        Report report = verify();

        assertThat(found(report)).containsExactly("FEED_SILENT feed");
        assertThat(report.isEqual()).isTrue();
        assertThat(report.feed()).isNull();
    }

    @Test
    void aFeedThatHasReadSomethingElseIsFound() {
        services.facets = () -> services.claim(5, digestOf(4));
        assertThat(found(verify()))
                .containsExactly(
                        "FEED_DIFFERS 5 events=5 digest=%s events=5 digest=%s"
                                .formatted(digestOf(5), digestOf(4)));

        services.facets = () -> services.claim(99, digestOf(8));
        Report beyond = verify();
        assertThat(found(beyond)).containsExactly("FEED_ELSEWHERE 99");
        assertThat(beyond.isEqual()).isFalse();
    }

    @Test
    void aPartitionThatIsNotWhatHistoryProvesIsFound() {
        List<LogRecord> swapped = new ArrayList<>(services.log);
        Collections.swap(swapped, 2, 4);
        services.provedLog = swapped;

        assertThat(verify().findings().of(Kind.PARTITION_DIFFERS))
                .extracting(Finding::subject)
                .containsExactly("relais.experiences:3");
        assertThat(verify().findings().count(Kind.LOG_DIFFERS)).isEqualTo(1);
    }

    @Test
    void aRecordThatIsGoneIsFoundByItsOffsetAndItsVersion() {
        services.facets = () -> services.claim(2, digestOf(2));
        services.provedLog = List.copyOf(services.log);
        services.log.remove(3);

        assertThat(found(verify()))
                .filteredOn(finding -> !finding.contains("digest="))
                .containsExactly("OFFSETS_MISSING relais.experiences:3 3 4", "EVENT_MISSING x-b 2");
    }

    @Test
    void versionsThatTheLogLacksAreFoundInTheMiddleAndAtTheEnd() {
        services.tell("x-c", 2, "");
        services.tell("x-c", 5, "");
        services.store.put("x-c", new Stored(7, 0, false));

        assertThat(found(verify()))
                .containsExactly(
                        "EVENT_MISSING x-c 1, 3-4", "EVENT_MISSING x-c 6-7", "FEED_SILENT feed");
    }

    @Test
    void aVersionThatComesTooLateIsFound() {
        services.tell("x-c", 1, "");
        services.tell("x-c", 3, "");
        services.tell("x-c", 2, "");
        services.store.put("x-c", new Stored(3, 0, false));

        assertThat(found(verify()))
                .containsExactly("EVENT_LATE x-c:2 relais.experiences:3:10", "FEED_SILENT feed");
    }

    @Test
    void theSameAgainIsANoteAndSomethingElseUnderItsNameADifference() {
        services.tell("x-a", 2, "");
        Report harmless = verify();
        services.tell("x-a", 3, "altered");
        Report altered = verify();

        assertThat(found(harmless))
                .containsExactly("EVENT_REPEATED x-a:2 relais.experiences:3:8", "FEED_SILENT feed");
        assertThat(harmless.isEqual()).isTrue();
        assertThat(found(altered))
                .containsExactly(
                        "EVENT_ALTERED x-a:3 relais.experiences:3:9",
                        "EVENT_REPEATED x-a:2 relais.experiences:3:8",
                        "FEED_SILENT feed");
        assertThat(altered.isEqual()).isFalse();
    }

    @Test
    void whatWaitsInTheOutboxIsANoteAndNoMore() {
        services.store.put("x-a", new Stored(7, 2, false));

        assertThat(found(verify()))
                .containsExactly(
                        "EVENT_MISSING x-a 5", "EVENT_WAITING x-a 6-7", "FEED_SILENT feed");
    }

    @Test
    void anAggregateThatItsServiceLostOrPutBackIsFound() {
        services.store.remove("x-a");
        services.store.put("x-b", new Stored(3, 0, false));

        assertThat(found(verify()))
                .containsExactly("NOT_STORED x-a 4", "STORE_BEHIND x-b 4 3", "FEED_SILENT feed");
    }

    @Test
    void versionsOfWhichSomeStayPrivateMayBeMoreThanTheLogTells() {
        services.store.put("x-a", new Stored(9, 0, true));
        services.store.put("x-b", new Stored(3, 0, true));

        assertThat(found(verify())).containsExactly("STORE_BEHIND x-b 4 3", "FEED_SILENT feed");
    }

    @Test
    void aRecordThatIsNoEventOrContradictsItselfIsFound() {
        services.write(new TreeMap<>(Map.of("from", "elsewhere")), "?");
        services.write(
                new TreeMap<>(Map.of("ce_id", "x-a:5", "ce_subject", "x-b", "ce_sequence", "5")),
                "?");

        assertThat(found(verify()))
                .containsExactly(
                        "NO_EVENT relais.experiences:3:8",
                        "NO_EVENT relais.experiences:3:9",
                        "FEED_SILENT feed");
    }

    @Test
    void whatHappensMeanwhileIsNoFault() {
        services.longestPage = 1;
        services.before.put("/feed/facets", () -> publish("x-b", "x-0", "x-z"));
        services.before.put("/history/proofs", () -> publish("x-a", "x-b", "x-1"));
        services.before.put("/history/events", () -> publish("x-a", "x-z", "x-y"));

        Report report = verify();

        assertThat(found(report)).containsExactly("FEED_SILENT feed");
        assertThat(report.events()).isEqualTo(14);
    }

    @Test
    void aDownloadThatBreaksOffGoesOnBehindTheLastWholeLine() {
        services.brokenDownloads = 2;

        Report report = verify();

        assertThat(found(report)).containsExactly("FEED_SILENT feed");
        assertThat(services.asked.stream().filter("/history/events"::equals)).hasSize(3);
    }

    @Test
    void aServiceThatIsBusyIsAskedAgain() {
        services.unavailable = 2;

        assertThat(found(verify())).containsExactly("FEED_SILENT feed");
    }

    @Test
    void keepsAsManyOfAKindAsItMayAndCountsAll() {
        IntStream.rangeClosed(1, Findings.MOST + 5)
                .forEach(n -> services.tell("x-unknown-" + n, 1, ""));

        Findings findings = verify().findings();

        assertThat(findings.of(Kind.NOT_STORED)).hasSize(Findings.MOST);
        assertThat(findings.count(Kind.NOT_STORED)).isEqualTo(Findings.MOST + 5);
        assertThat(findings.differences()).isEqualTo(Findings.MOST + 5);
    }

    @Test
    void saysWhichServiceDoesNotAnswer() {
        URI nobody = services.uri();
        services.close();

        assertThatThrownBy(this::verify)
                .isInstanceOf(Problem.class)
                .hasMessageContaining("partners")
                .hasMessageContaining(nobody.toString());
    }

    @Test
    void saysThatATokenIsNotAccepted() {
        assertThatThrownBy(() -> verify(services.deployment("expired")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("partners")
                .hasMessageContaining("RELAIS_TOKEN");
    }

    private void publish(String... ids) {
        Stream.of(ids).forEach(services::publish);
    }

    private String digestOf(int records) {
        return StubDeployment.proof(services.log.subList(0, records)).digest();
    }

    private Report verify() {
        return verify(services.deployment());
    }

    private static Report verify(Deployment deployment) {
        return new Verification(deployment, Progress.NONE, Clock.fixed(NOW, ZoneOffset.UTC)).run();
    }

    private static List<String> found(Report report) {
        return Stream.of(Kind.values())
                .flatMap(kind -> report.findings().of(kind).stream())
                .map(VerificationTest::text)
                .toList();
    }

    private static String text(Finding one) {
        return Stream.of(one.kind().name(), one.subject(), one.expected(), one.found())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
