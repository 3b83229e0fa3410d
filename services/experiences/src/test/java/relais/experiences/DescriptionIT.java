package relais.experiences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.teststack.Answer;
import relais.teststack.PublishedDescription;
import tools.jackson.databind.JsonNode;

/** How the service shows its state and describes itself. */
class DescriptionIT extends RunningService {
    @Test
    void isReadyMeasuredAndDescribed() {
        Answer readiness = api.get("/actuator/health/readiness", null);
        assertThat(readiness.text("status")).as(readiness.body().toString()).isEqualTo("UP");
        assertThat(api.get("/actuator/prometheus", OPERATOR).response().body())
                .contains("relais_outbox_backlog", "relais_consumer_lag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/drafts",
                "/drafts/{id}",
                "/drafts/{id}/submission",
                "/experiences",
                "/experiences/{id}",
                "/experiences/{id}/return",
                "/experiences/{id}/resubmission",
                "/experiences/{id}/publication",
                "/experiences/{id}/confirmation",
                "/experiences/{id}/withdrawal",
                "/experiences/{id}/moderation",
                "/experiences/{id}/endorsements",
                "/experiences/{id}/highlight",
                "/experiences/{id}/adoptions",
                "/experiences/{id}/adoptions/{adoption}",
                "/experiences/{id}/adoptions/{adoption}/end",
                "/files",
                "/files/{hash}",
                "/imports",
                "/imports/rehearsal",
                "/parked",
                "/parked/redrive"
            })
    void theDescriptionHasEveryCall(String path) {
        assertThat(api.get("/openapi", null).body().path("paths").has(path)).isTrue();
    }

    @Test
    void theDescriptionOfAnImportNamesItsColumns() {
        assertThat(
                        api.get("/openapi", null)
                                .body()
                                .at("/paths/~1imports/post/description")
                                .asString())
                .contains("`transfer`", "`pour le refaire`")
                .doesNotContain("{");
    }

    @Test
    void theDescriptionBreaksNoRule() {
        assertThat(api.description().faults()).isEmpty();
    }

    @Test
    void thePublishedDescriptionIsTheServicesOwn() {
        PublishedDescription.of("experiences").assertSaysWhat(api.description().document());
    }

    @Test
    void theDescriptionSaysHowEachCallSucceeds() {
        JsonNode paths = api.get("/openapi", null).body().path("paths");
        assertThat(paths.size()).isGreaterThan(20);
        paths.forEachEntry(
                (path, calls) ->
                        calls.forEachEntry(
                                (method, call) ->
                                        assertThat(call.path("responses").propertyNames())
                                                .as("%s %s", method, path)
                                                .filteredOn(status -> status.startsWith("2"))
                                                .hasSize(1)));
        assertThat(paths.path("/experiences").path("post").path("responses").path("201").toString())
                .contains("ChangeAnswer");
        JsonNode imports = paths.path("/imports").path("post");
        assertThat(imports.path("requestBody").path("content").propertyNames())
                .containsExactly("text/csv");
        assertThat(imports.has("parameters")).isFalse();
    }
}
