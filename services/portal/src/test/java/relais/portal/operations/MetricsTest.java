package relais.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Metrics METRICS =
            Metrics.of(
                    """
                    # HELP lag Events that are not handled yet
                    # TYPE lag gauge
                    lag{group="relais.feed",partition="0",topic="relais.partners"} 2.0
                    lag{group="relais.feed",partition="1",topic="relais.partners"} 1.5E1
                    lag{group="other",partition="1"} 3.0
                    lag_of_another{group="relais.feed"} 99.0
                    age NaN
                    started 1.795619419653E9
                    rubbish
                    wrong{a="b"} many
                    """);

    @Test
    void addsUpWhatALabelTellsApart() {
        assertThat(METRICS.sums("lag", "group"))
                .containsOnly(entry("other", 3.0), entry("relais.feed", 17.0));
        assertThat(METRICS.sum("lag")).hasValue(20.0);
        assertThat(METRICS.most("lag")).hasValue(15.0);
    }

    @Test
    void readsGaugesWithoutLabels() {
        assertThat(METRICS.most("started")).hasValue(1_795_619_419.653);
    }

    @Test
    void whatIsNoNumberOrNoGaugeIsPassedOver() {
        assertThat(METRICS.sum("age")).isEmpty();
        assertThat(METRICS.sum("wrong")).isEmpty();
        assertThat(METRICS.sum("absent")).isEmpty();
        assertThat(Metrics.of("<html>Bad gateway</html>").sums("lag", "group")).isEmpty();
    }
}
