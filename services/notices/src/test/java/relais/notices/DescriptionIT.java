package relais.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relais.teststack.PublishedDescription;

/** How the service describes itself; every answer of the other tests is held against it. */
class DescriptionIT extends RunningNotices {

    @Test
    void theDescriptionBreaksNoRule() {
        assertThat(api.description().faults()).isEmpty();
    }

    @Test
    void thePublishedDescriptionIsTheServicesOwn() {
        PublishedDescription.of("notices").assertSaysWhat(api.description().document());
    }
}
