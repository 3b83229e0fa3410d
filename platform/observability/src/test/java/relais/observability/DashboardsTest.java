package relais.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Grafana reads at its start; that each metric exists, the acceptance tests see. */
class DashboardsTest {

    private static final Path GRAFANA = Path.of("../../infra/observability/grafana");
    private static final int WIDTH = 24;

    @Test
    void eachDashboardHasANameOfItsOwnAndPanelsSideBySide() throws IOException {
        List<JsonNode> dashboards = dashboards();

        assertThat(dashboards).isNotEmpty();
        assertThat(dashboards)
                .extracting(board -> board.get("uid").asString())
                .doesNotHaveDuplicates();
        for (JsonNode board : dashboards) {
            assertThat(board.get("panels")).isNotEmpty();
            for (JsonNode panel : board.get("panels")) {
                JsonNode place = panel.get("gridPos");
                assertThat(place.get("x").asInt() + place.get("w").asInt())
                        .as(panel.get("title").asString())
                        .isLessThanOrEqualTo(WIDTH);
                assertThat(panel.get("targets")).isNotEmpty();
            }
            assertThat(board.get("panels"))
                    .extracting(panel -> panel.get("gridPos").toString())
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void provisioningNamesTheSourceOfMeasurements() throws IOException {
        Path source = GRAFANA.resolve("provisioning/datasources/prometheus.yaml");
        assertThat(new Yaml().<Object>load(Files.readString(source)).toString())
                .contains("uid=prometheus", "isDefault=true");
        Path provider = GRAFANA.resolve("provisioning/dashboards/relais.yaml");
        assertThat(new Yaml().<Object>load(Files.readString(provider)).toString())
                .contains("path=/var/lib/grafana/dashboards");
    }

    private static List<JsonNode> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
            return files.map(file -> JsonMapper.shared().readTree(file.toFile())).toList();
        }
    }
}
