package relais.kubernetes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import relais.local.backbone.AccessTable;

/** The users that Strimzi makes may do what the table of this build says, and nothing else. */
class AccessTest {

    private static final Map<ResourceType, String> TYPES =
            Map.of(
                    ResourceType.TOPIC, "topic",
                    ResourceType.GROUP, "group",
                    ResourceType.TRANSACTIONAL_ID, "transactionalId");
    private static final Map<PatternType, String> PATTERNS =
            Map.of(PatternType.LITERAL, "literal", PatternType.PREFIXED, "prefix");

    @Test
    void theUsersOfTheManifestsAreThoseOfTheTable() {
        assumeTrue(Manifests.canRender(), "kubectl is missing: apt-get install kubernetes-client");

        assertThat(ofManifests()).isEqualTo(ofTable());
    }

    private static Set<String> ofTable() {
        return AccessTable.ROWS.stream()
                .flatMap(
                        row ->
                                row.operations().stream()
                                        .map(
                                                operation ->
                                                        String.join(
                                                                " ",
                                                                row.user(),
                                                                requireNonNull(
                                                                        TYPES.get(row.type())),
                                                                requireNonNull(
                                                                        PATTERNS.get(
                                                                                row.pattern())),
                                                                row.name(),
                                                                plain(operation.name()))))
                .collect(Collectors.toSet());
    }

    private static Set<String> ofManifests() {
        return Manifests.of("production")
                .ofKind("KafkaUser")
                .flatMap(
                        user ->
                                Manifests.items(user.at("/spec/authorization/acls"))
                                        .flatMap(
                                                acl ->
                                                        Manifests.items(acl.path("operations"))
                                                                .map(
                                                                        operation ->
                                                                                String.join(
                                                                                        " ",
                                                                                        Manifests
                                                                                                .name(
                                                                                                        user),
                                                                                        acl.at(
                                                                                                        "/resource/type")
                                                                                                .asText(),
                                                                                        acl.at(
                                                                                                        "/resource/patternType")
                                                                                                .asText(),
                                                                                        acl.at(
                                                                                                        "/resource/name")
                                                                                                .asText(),
                                                                                        plain(
                                                                                                operation
                                                                                                        .asText())))))
                .collect(Collectors.toSet());
    }

    /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} there. */
    private static String plain(String operation) {
        return operation.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
