package relais.experiences.imports;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One row of an archive.
 *
 * @param line in the file, the header being line 1
 * @param cells the cells that hold something, by column, in the notation of the API
 */
public record ImportRow(long line, Map<ImportColumns, String> cells) {

    /** More than any list of a card or of remarks may have: what is longer is refused for it. */
    private static final int MOST_VALUES = 100;

    public ImportRow {
        Map<ImportColumns, String> kept = new EnumMap<>(ImportColumns.class);
        cells.forEach(
                (column, text) -> {
                    if (!text.isBlank()) {
                        kept.put(column, column.read(text.strip()));
                    }
                });
        cells = Map.copyOf(kept);
    }

    @Nullable String get(ImportColumns column) {
        return cells.get(column);
    }

    /** The values of a cell that may hold several. */
    List<String> several(ImportColumns column) {
        String cell = cells.get(column);
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split("\\|", MOST_VALUES)).map(String::strip).toList();
    }

    /** The whole row as one text, the same whatever the order of the columns. */
    String canonical() {
        return cells.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(cell -> cell.getKey().header() + "=" + cell.getValue())
                .collect(Collectors.joining("\u0000"));
    }
}
