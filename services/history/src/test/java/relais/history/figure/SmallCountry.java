package relais.history.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Six communes in two départements; their régions became one in 2016. */
final class SmallCountry implements Geography {

    static final List<String> COMMUNES =
            List.of(
                    "commune:A1",
                    "commune:A2",
                    "commune:A3",
                    "commune:B1",
                    "commune:B2",
                    "commune:B3");

    private static final LocalDate REFORM = LocalDate.parse("2016-01-01");
    private static final Map<String, List<String>> ABOVE =
            Map.of(
                    "A", List.of("departement:A", "region:1", "region:9", "pays:FR"),
                    "B", List.of("departement:B", "region:2", "region:9", "pays:FR"));

    @Override
    public List<String> reach(String territory) {
        if (!territory.startsWith("commune:")) {
            return List.of(territory, "pays:FR");
        }
        List<String> above = ABOVE.getOrDefault(territory.substring(8, 9), List.of());
        return Stream.concat(Stream.of(territory), above.stream()).toList();
    }

    @Override
    public boolean exists(String territory, LocalDate day) {
        return switch (territory) {
            case "region:1", "region:2" -> day.isBefore(REFORM);
            case "region:9" -> !day.isBefore(REFORM);
            default -> true;
        };
    }

    @Override
    public String inItsPlace(String territory, LocalDate day) {
        return territory.startsWith("region:") && !exists(territory, day) && !day.isBefore(REFORM)
                ? "region:9"
                : territory;
    }

    @Override
    public @Nullable String name(String territory) {
        return territory;
    }
}
