package relais.portal.contracts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a description of an HTTP interface says at first sight, for a page without a script.
 *
 * @param groups in the order of the description
 */
public record OpenApiOutline(String description, List<Group> groups) {

    /** The operations under one tag. */
    public record Group(String name, String description, List<Operation> operations) {}

    /**
     * @param call method and path, such as {@code GET /partners}
     */
    public record Operation(String call, String summary) {}

    static OpenApiOutline of(JsonNode openapi) {
        List<Group> groups =
                openapi.path("tags")
                        .valueStream()
                        .map(tag -> group(openapi, tag))
                        .filter(group -> !group.operations().isEmpty())
                        .toList();
        return new OpenApiOutline(openapi.at("/info/description").asString(""), groups);
    }

    private static Group group(JsonNode openapi, JsonNode tag) {
        String name = tag.path("name").asString("");
        List<Operation> operations =
                openapi.path("paths")
                        .propertyStream()
                        .flatMap(path -> operations(name, path.getKey(), path.getValue()))
                        .toList();
        return new Group(name, tag.path("description").asString(""), operations);
    }

    private static Stream<Operation> operations(String tag, String path, JsonNode methods) {
        return methods.propertyStream()
                .filter(
                        method ->
                                method.getValue()
                                        .path("tags")
                                        .valueStream()
                                        .anyMatch(each -> each.asString("").equals(tag)))
                .map(
                        method ->
                                new Operation(
                                        method.getKey().toUpperCase(Locale.ROOT) + " " + path,
                                        method.getValue().path("summary").asString("")));
    }
}
