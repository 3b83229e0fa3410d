package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import relais.feed.query.CostClass;
import relais.feed.query.Filter;
import relais.feed.query.PublicGroup;
import relais.web.Violation;

/** What lists and counts of cards can be narrowed by, beyond what every read can be. */
@ParameterObject
record CardParameters(
        @Schema(description = "A partner that has adopted it;" + FilterParameters.SEVERAL)
                @Nullable List<String> adoptedBy,
        @Schema(
                        description =
                                "What an experience cost in all, in euros, the bound included;"
                                        + FilterParameters.SEVERAL,
                        allowableValues = {
                            "NOTHING",
                            "UP_TO_1000",
                            "UP_TO_10000",
                            "UP_TO_100000",
                            "ABOVE_100000"
                        })
                @Nullable List<String> cost,
        @Schema(
                        description =
                                "Whether the results of an experience were measured;"
                                        + FilterParameters.SEVERAL,
                        allowableValues = {"MEASURED", "EXPECTED"})
                @Nullable List<String> results,
        @Schema(
                        description =
                                "Whom an experience is for, as its card names them;"
                                        + FilterParameters.SEVERAL,
                        allowableValues = {"PUPILS", "TEACHERS", "FAMILIES", "STAFF", "RESIDENTS"})
                @Nullable List<String> audience) {

    static final CardParameters NONE = new CardParameters(null, null, null, null);

    private static final List<String> RESULTS = List.of("MEASURED", "EXPECTED");

    /** Adds what of it cannot be meant to the violations. */
    Filter.Practice practice(List<Violation> violations) {
        Set<String> costs =
                FilterReader.among(
                        "cost", cost, FilterReader.names(CostClass.values()), violations);
        Set<String> groups =
                FilterReader.among(
                        "audience", audience, FilterReader.names(PublicGroup.values()), violations);
        return new Filter.Practice(
                costs.stream().map(CostClass::valueOf).collect(Collectors.toSet()),
                FilterReader.among("results", results, RESULTS, violations),
                groups.stream().map(PublicGroup::valueOf).collect(Collectors.toSet()));
    }

    /** Adds what it asks for, by name. */
    void saidIn(SortedMap<String, Object> question) {
        FilterParameters.put(question, "adoptedBy", adoptedBy);
        FilterParameters.put(question, "cost", cost);
        FilterParameters.put(question, "results", results);
        FilterParameters.put(question, "audience", audience);
    }
}
