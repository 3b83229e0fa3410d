package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void findsWhatIsMeasuredAmongFunctionsLabelsAndGroups() {
        assertThat(
                        PromQl.metrics(
                                "histogram_quantile(0.95, sum by (service, le)"
                                        + " (rate(a_seconds_bucket{uri!~\".*/{id}[0-9]\"}[5m])))"
                                        + " > 1 and on (service) b_total offset 1h"))
                .containsExactly("a_seconds_bucket", "b_total");
    }

    @Test
    void findsTheNamesOfRecordedRules() {
        assertThat(
                        PromQl.metrics(
                                "service:http_errors:ratio_rate1h{service=~\"$service\"} > 14.4 * 0.005"))
                .containsExactly("service:http_errors:ratio_rate1h");
    }

    @Test
    void passesOverNumbersAndNamesInStrings() {
        assertThat(PromQl.metrics("label_values(up{job=\"relais\"}, service) + 1e3"))
                .contains("up")
                .doesNotContain("job", "relais", "e3");
    }
}
