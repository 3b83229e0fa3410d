package relais.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What an overlay amounts to, as {@code kubectl kustomize} says it.
 *
 * @param all in its order
 */
record Manifests(List<JsonNode> all) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Manifests> RENDERED = new ConcurrentHashMap<>();

    /** Whether this machine can render at all (Debian's package kubernetes-client). */
    static boolean canRender() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    static Manifests of(String overlay) {
        return RENDERED.computeIfAbsent(overlay, Manifests::render);
    }

    private static Manifests render(String overlay) {
        try {
            Path output = Files.createTempFile("manifests-", ".yaml");
            Process kubectl =
                    new ProcessBuilder("kubectl", "kustomize", "overlays/" + overlay)
                            .redirectOutput(output.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            if (!kubectl.waitFor(60, TimeUnit.SECONDS) || kubectl.exitValue() != 0) {
                kubectl.destroyForcibly();
                throw new AssertionError("kubectl did not render " + overlay);
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return parse(text);
        } catch (IOException e) {
            throw new AssertionError(overlay, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(overlay, e);
        }
    }

    static Manifests parse(String yaml) throws IOException {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return new Manifests(documents.readAll());
        }
    }

    Stream<JsonNode> ofKind(String... kinds) {
        return all.stream().filter(each -> List.of(kinds).contains(each.path("kind").asText()));
    }

    /** Names, without the digest that a generated one ends with. */
    Set<String> names(String kind) {
        Set<String> names = new TreeSet<>();
        ofKind(kind).map(Manifests::name).forEach(names::add);
        return names;
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    /** What a Deployment or a Job makes. */
    Stream<JsonNode> pods() {
        return ofKind("Deployment", "Job").map(each -> each.at("/spec/template"));
    }

    /** The pods' containers, by the name of their Deployment or Job. */
    Map<String, JsonNode> containers() {
        Map<String, JsonNode> containers = new TreeMap<>();
        ofKind("Deployment", "Job")
                .forEach(
                        each ->
                                items(each.at("/spec/template/spec/containers"))
                                        .forEach(
                                                container ->
                                                        containers.put(name(each), container)));
        return containers;
    }

    /**
     * Every variable of a container, with where it comes from, those of its ConfigMaps included.
     */
    Set<String> variables(JsonNode container) {
        Set<String> variables = new TreeSet<>();
        items(container.path("env"))
                .map(each -> each.path("name").asText())
                .forEach(variables::add);
        items(container.path("envFrom"))
                .map(each -> each.at("/configMapRef/name").asText())
                .map(this::configMap)
                .forEach(data -> data.fieldNames().forEachRemaining(variables::add));
        return variables;
    }

    private JsonNode configMap(String name) {
        return ofKind("ConfigMap")
                .filter(each -> name(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No ConfigMap " + name))
                .path("data");
    }

    static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Whether a selector of labels takes a pod. */
    static boolean selects(JsonNode selector, JsonNode pod) {
        JsonNode labels = pod.at("/metadata/labels");
        boolean equal =
                selector.path("matchLabels").properties().stream()
                        .allMatch(
                                label ->
                                        labels.path(label.getKey())
                                                .asText()
                                                .equals(label.getValue().asText()));
        return equal
                && items(selector.path("matchExpressions"))
                        .allMatch(
                                expression ->
                                        items(expression.path("values"))
                                                .map(JsonNode::asText)
                                                .anyMatch(
                                                        labels.path(expression.path("key").asText())
                                                                        .asText()
                                                                ::equals));
    }

    static String text(JsonNode manifest) {
        try {
            return YAML.writeValueAsString(manifest);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
