package relais.history.dataset;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.log.Offsets;

/** Makes the tables: the same place, day and hidden ones make the same rows. */
@FunctionalInterface
public interface Tables {

    /**
     * @param day in France, on which territories lie where they lie
     * @param hidden what few may read by now, whatever the log said then
     * @return of each table its rows; a cell is null where a row has none
     * @throws relais.log.LogUnavailable if the log does not answer
     * @throws TooManyRows if the heap has no room for what the log holds
     */
    Map<Table, List<List<@Nullable Object>>> at(Offsets place, LocalDate day, Set<String> hidden)
            throws InterruptedException;
}
