package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.history.figure.Series;

/**
 * A series.
 *
 * @param by absent for the total only
 * @param total one number a period
 * @param groups in order of their values
 */
@Schema(name = "Series")
record SeriesView(
        String metric,
        @Nullable String by,
        String step,
        List<Series.Period> periods,
        List<Integer> total,
        List<Group> groups,
        @Nullable FigureProof proof) {

    SeriesView with(FigureProof proven) {
        return new SeriesView(metric, by, step, periods, total, groups, proven);
    }

    /**
     * One line of the plot.
     *
     * @param name of the territory or the partner
     * @param counts one number a period; null where the territory does not exist then
     * @param successor what took over from the territory before the last period; absent if it is
     *     there then
     * @param formerly those in this series that it took over from
     */
    @Schema(name = "SeriesGroup")
    record Group(
            String value,
            @Nullable String name,
            @ArraySchema(
                            schema =
                                    @Schema(
                                            types = {"integer", "null"},
                                            format = "int32"))
                    List<@Nullable Integer> counts,
            @Nullable Territory successor,
            List<Territory> formerly) {}

    /** A territory that another one took over from, or that took over. */
    @Schema(name = "SeriesTerritory")
    record Territory(String value, @Nullable String name) {}

    static SeriesView of(
            AskedSeries asked,
            List<Series.Period> periods,
            Series.Result result,
            GroupNames names) {
        Function<String, Territory> territory =
                value -> new Territory(value, names.of(asked.by(), value));
        Map<String, String> successors = result.successors();
        return new SeriesView(
                asked.metric().code(),
                asked.by() == null ? null : asked.by().code(),
                asked.step().code(),
                periods,
                result.total(),
                result.groups().entrySet().stream()
                        .map(group -> group(group, successors, territory))
                        .toList(),
                null);
    }

    private static Group group(
            Map.Entry<String, List<@Nullable Integer>> group,
            Map<String, String> successors,
            Function<String, Territory> territory) {
        String value = group.getKey();
        String successor = successors.get(value);
        return new Group(
                value,
                territory.apply(value).name(),
                group.getValue(),
                successor == null ? null : territory.apply(successor),
                successors.entrySet().stream()
                        .filter(each -> each.getValue().equals(value))
                        .map(each -> territory.apply(each.getKey()))
                        .toList());
    }
}
