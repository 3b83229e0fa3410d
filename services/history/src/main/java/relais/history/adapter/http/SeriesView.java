package relais.history.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
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
        List<Series.Group> groups,
        @Nullable FigureProof proof) {

    static SeriesView of(AskedSeries asked, List<Series.Period> periods, Series.Result result) {
        return new SeriesView(
                asked.metric().code(),
                asked.by() == null ? null : asked.by().code(),
                asked.step().code(),
                periods,
                result.total(),
                result.groups(),
                null);
    }

    SeriesView with(FigureProof proven) {
        return new SeriesView(metric, by, step, periods, total, groups, proven);
    }
}
