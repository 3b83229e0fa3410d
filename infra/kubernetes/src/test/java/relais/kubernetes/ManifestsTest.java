package relais.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.events.EventSchemas;
import relais.events.Topics;
import relais.local.backbone.TopicCreation;

/** Each overlay, rendered: what a cluster would refuse, or let through that it should not. */
class ManifestsTest {

    private static final Set<String> SERVICES =
            Set.of("partners", "experiences", "contributions", "feed", "history", "notices");

    @BeforeAll
    static void needsARenderer() {
        assumeTrue(Manifests.canRender(), "kubectl is missing: apt-get install kubernetes-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "external"})
    void everyManifestFitsTheModelOfItsKind(String overlay) {
        assertThat(Manifests.of(overlay).all())
                .hasSizeGreaterThan(30)
                .extracting(Kinds::fault)
                .containsOnly(Optional.empty());
    }

    @Test
    void aFieldThatNoModelKnowsIsAFault() {
        JsonNode deployment =
                Manifests.of("production")
                        .ofKind("Deployment")
                        .findFirst()
                        .orElseThrow()
                        .deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec")).put("restartPolicies", "Always");

        assertThat(Kinds.fault(deployment))
                .hasValueSatisfying(fault -> assertThat(fault).contains("restartPolicies"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "external"})
    void everyContainerRunsWithoutRights(String overlay) {
        assertThat(Manifests.of(overlay).pods())
                .isNotEmpty()
                .allSatisfy(
                        pod -> {
                            JsonNode spec = pod.path("spec");
                            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean())
                                    .as(Manifests.text(pod))
                                    .isTrue();
                            assertThat(spec.at("/securityContext/seccompProfile/type").asText())
                                    .isEqualTo("RuntimeDefault");
                            assertThat(spec.path("automountServiceAccountToken").asBoolean(true))
                                    .isFalse();
                        });
        Manifests.of(overlay)
                .containers()
                .forEach(
                        (name, container) -> {
                            JsonNode rights = container.path("securityContext");
                            assertThat(rights.path("readOnlyRootFilesystem").asBoolean())
                                    .as(name)
                                    .isTrue();
                            assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true))
                                    .as(name)
                                    .isFalse();
                            assertThat(rights.at("/capabilities/drop/0").asText())
                                    .as(name)
                                    .isEqualTo("ALL");
                            assertThat(container.at("/resources/limits/memory").asText())
                                    .as(name)
                                    .isNotEmpty()
                                    .isEqualTo(container.at("/resources/requests/memory").asText());
                            assertThat(container.path("image").asText())
                                    .as(name)
                                    .matches(".+:[^:]+");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "external"})
    void everyServiceIsAskedHowItIs(String overlay) {
        assertThat(Manifests.of(overlay).ofKind("Deployment"))
                .hasSize(8)
                .allSatisfy(
                        deployment -> {
                            JsonNode container = deployment.at("/spec/template/spec/containers/0");
                            assertThat(container.at("/startupProbe/httpGet/path").asText())
                                    .as(Manifests.name(deployment))
                                    .contains("/live");
                            assertThat(container.at("/livenessProbe/httpGet/path").asText())
                                    .as(Manifests.name(deployment))
                                    .contains("/live");
                            assertThat(container.at("/readinessProbe/httpGet/path").asText())
                                    .as(Manifests.name(deployment))
                                    .contains("/read");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "external"})
    void everySelectorSelectsAPod(String overlay) {
        Manifests manifests = Manifests.of(overlay);
        List<JsonNode> pods = manifests.pods().toList();

        assertThat(manifests.ofKind("Service"))
                .hasSize(8)
                .allSatisfy(
                        service -> {
                            ObjectNode selector = service.deepCopy();
                            selector.set("matchLabels", service.at("/spec/selector"));
                            JsonNode pod =
                                    pods.stream()
                                            .filter(each -> Manifests.selects(selector, each))
                                            .findFirst()
                                            .orElseThrow();
                            JsonNode ports = pod.at("/spec/containers/0/ports");
                            assertThat(Manifests.items(ports).map(port -> port.path("name")))
                                    .contains(service.at("/spec/ports/0/targetPort"));
                        });
        assertThat(manifests.ofKind("PodDisruptionBudget"))
                .allMatch(
                        budget ->
                                pods.stream()
                                        .anyMatch(
                                                pod ->
                                                        Manifests.selects(
                                                                budget.at("/spec/selector"), pod)));
        assertThat(manifests.ofKind("NetworkPolicy"))
                .filteredOn(policy -> !Manifests.name(policy).equals("kafka-itself"))
                .hasSizeGreaterThan(7)
                .allMatch(
                        policy ->
                                pods.stream()
                                        .anyMatch(
                                                pod ->
                                                        Manifests.selects(
                                                                policy.at("/spec/podSelector"),
                                                                pod)));
    }

    @Test
    void thePortalReachesEveryServiceAndNothingElseOfThem() {
        Manifests manifests = Manifests.of("production");
        Reach reach = new Reach(manifests);

        for (String service : SERVICES) {
            assertThat(reach.from("portal", service)).as(service).isTrue();
            assertThat(reach.from(service, "registry")).as(service).isTrue();
            assertThat(reach.from(service, "portal")).as(service).isFalse();
        }
        assertThat(reach.from("partners", "experiences")).isFalse();
        assertThat(reach.from("portal", "registry")).isFalse();
        assertThat(reach.from("schemas", "registry")).isTrue();
    }

    @Test
    void theTopicsAreThoseOfTheBuildAndKeptForEver() {
        Manifests manifests = Manifests.of("production");

        assertThat(manifests.names("KafkaTopic"))
                .containsExactlyInAnyOrderElementsOf(EventSchemas.registered().keySet());
        assertThat(manifests.ofKind("KafkaTopic"))
                .allSatisfy(
                        topic -> {
                            JsonNode spec = topic.path("spec");
                            assertThat(spec.path("partitions").asInt())
                                    .isEqualTo(TopicCreation.DEFAULT_PARTITIONS);
                            assertThat(spec.path("replicas").asInt()).isEqualTo(3);
                            assertThat(spec.at("/config/retention.ms").asInt()).isEqualTo(-1);
                            assertThat(spec.at("/config/retention.bytes").asInt()).isEqualTo(-1);
                            assertThat(spec.at("/config/cleanup.policy").asText())
                                    .isEqualTo(
                                            Manifests.name(topic).equals(Topics.PUBLIC_CARDS)
                                                    ? "compact"
                                                    : "delete");
                            assertThat(spec.at("/config/message.timestamp.type").asText())
                                    .isEqualTo("LogAppendTime");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "production", "external"})
    void everyImageOfOursIsOfThisVersion(String overlay) throws IOException {
        Matcher version =
                Pattern.compile("<version>(.+)</version>")
                        .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Manifests.of(overlay).containers().values())
                .extracting(container -> container.path("image").asText())
                .filteredOn(image -> image.startsWith("relais/"))
                .hasSizeGreaterThan(6)
                .allMatch(image -> image.endsWith(":" + version.group(1)));
    }

    @Test
    void theFeedIsScaledByAGaugeThatItHas() {
        JsonNode feed = Manifests.of("production").ofKind("ScaledObject").findFirst().orElseThrow();

        assertThat(feed.at("/spec/scaleTargetRef/name").asText()).isEqualTo("feed");
        assertThat(feed.at("/spec/triggers/0/metadata/query").asText())
                .isEqualTo("sum(relais_consumer_lag{job=\"relais\",service=\"feed\"})");
        assertThat(feed.at("/spec/maxReplicaCount").asInt())
                .isLessThanOrEqualTo(TopicCreation.DEFAULT_PARTITIONS);
    }
}
