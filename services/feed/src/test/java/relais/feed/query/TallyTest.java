package relais.feed.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Set<String> PUBLISHED = Figure.PUBLISHED.types();

    @Test
    void anEntryOnTwoAxesCountsOnceInAllAndOnBoth() {
        var tally = new Tally();
        tally.add(
                "ExperiencePublished",
                List.of("USES", "SUPPORT"),
                List.of("commune:25056", "region:27", "region:43", "pays:FR"));
        tally.add("ExperiencePublished", List.of("USES"), List.of("pays:FR"));

        assertThat(tally.of(PUBLISHED)).isEqualTo(2);
        assertThat(tally.byAxis(PUBLISHED)).isEqualTo(Map.of("USES", 2L, "SUPPORT", 1L));
        assertThat(tally.byRegion(PUBLISHED)).isEqualTo(Map.of("region:27", 1L, "region:43", 1L));
    }

    @Test
    void aFigureOfSeveralEventsCountsThemTogetherAndNoOthers() {
        var tally = new Tally();
        tally.add("ActionProgressed", List.of("USES"), List.of());
        tally.add("ObjectiveMeasured", List.of("USES"), List.of());
        tally.add("EvidenceCited", List.of("USES", "INDUSTRY"), List.of());

        assertThat(tally.of(Figure.PROGRESS.types())).isEqualTo(2);
        assertThat(tally.byAxis(Figure.PROGRESS.types())).isEqualTo(Map.of("USES", 2L));
        assertThat(tally.of(Figure.ADOPTED.types())).isZero();
    }
}
