package relais.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventMetadataTest {

    private static final EventMetadata FULL =
            new EventMetadata(
                    "x-1",
                    3,
                    "relais.events.experiences.ExperiencePublished",
                    "/services/experiences",
                    Instant.parse("2015-12-31T23:59:59.120Z"),
                    "region:73",
                    "p-mene",
                    "m-comite",
                    "c-1",
                    "x-1:2",
                    true);

    private static final EventMetadata BARE =
            new EventMetadata(
                    "p-1",
                    1,
                    "relais.events.partners.PartnerRegistered",
                    "/services/partners",
                    Instant.parse("2026-01-02T03:04:05Z"),
                    "commune:25056",
                    null,
                    null,
                    null,
                    null,
                    false);

    @Test
    void headersAreCloudEventsAttributes() {
        assertThat(FULL.toHeaders())
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "x-1:3"),
                        Map.entry("ce_type", "relais.events.experiences.ExperiencePublished"),
                        Map.entry("ce_source", "/services/experiences"),
                        Map.entry("ce_subject", "x-1"),
                        Map.entry("ce_time", "2015-12-31T23:59:59.120Z"),
                        Map.entry("ce_datacontenttype", "application/avro"),
                        Map.entry("ce_sequence", "3"),
                        Map.entry("ce_territory", "region:73"),
                        Map.entry("ce_partner", "p-mene"),
                        Map.entry("ce_actor", "m-comite"),
                        Map.entry("ce_correlationid", "c-1"),
                        Map.entry("ce_causationid", "x-1:2"),
                        Map.entry("ce_archive", "true"));
    }

    @Test
    void absentAttributesHaveNoHeader() {
        assertThat(BARE.toHeaders())
                .doesNotContainKeys(
                        "ce_partner",
                        "ce_actor",
                        "ce_correlationid",
                        "ce_causationid",
                        "ce_archive");
    }

    @Test
    void headersReadBackAsWritten() {
        assertThat(EventMetadata.fromHeaders(FULL.toHeaders())).isEqualTo(FULL);
        assertThat(EventMetadata.fromHeaders(BARE.toHeaders())).isEqualTo(BARE);
    }

    @Test
    void timeIsKeptInMillisecondsOnBothSides() {
        Instant finer = Instant.parse("2026-01-02T03:04:05.123456789Z");
        EventMetadata metadata =
                new EventMetadata(
                        "p-1", 1, "t", "s", finer, "pays:FR", null, null, null, null, false);

        assertThat(metadata.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.123Z"));
        assertThat(EventMetadata.fromHeaders(metadata.toHeaders())).isEqualTo(metadata);
    }

    @Test
    void wholeSecondsStillShowMilliseconds() {
        assertThat(BARE.toHeaders()).containsEntry("ce_time", "2026-01-02T03:04:05.000Z");
    }

    @Test
    void aTimeWithAnOffsetIsRead() {
        Map<String, String> headers = new HashMap<>(BARE.toHeaders());
        headers.put("ce_time", "2026-01-02T04:04:05+01:00");

        assertThat(EventMetadata.fromHeaders(headers)).isEqualTo(BARE);
    }

    @Test
    void unknownHeadersAreIgnored() {
        Map<String, String> headers = new HashMap<>(BARE.toHeaders());
        headers.put("ce_traceparent", "00-…");
        headers.put("other", "x");

        assertThat(EventMetadata.fromHeaders(headers)).isEqualTo(BARE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_time",
                "ce_datacontenttype",
                "ce_sequence",
                "ce_territory"
            })
    void aMissingRequiredHeaderIsNamed(String name) {
        Map<String, String> headers = new HashMap<>(FULL.toHeaders());
        headers.remove(name);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventMetadata.fromHeaders(headers))
                .withMessage("Header " + name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, x-1:4",
        "ce_time, yesterday",
        "ce_sequence, 0",
        "ce_sequence, three",
        "ce_datacontenttype, application/json"
    })
    void aWrongHeaderIsNamedWithItsValue(String name, String value) {
        Map<String, String> headers = new HashMap<>(FULL.toHeaders());
        headers.put(name, value);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventMetadata.fromHeaders(headers))
                .withMessageStartingWith("Header " + name + " '" + value + "' is ");
    }
}
