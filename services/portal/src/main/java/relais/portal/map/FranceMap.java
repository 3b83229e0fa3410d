package relais.portal.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The départements, shaded by a count. Outlines are in {@code /assets/france.svg}. */
public record FranceMap(List<Departement> departements) {

    private static final Set<String> AROUND_PARIS = Set.of("75", "92", "93", "94");

    public static FranceMap load() {
        try (InputStream file = FranceMap.class.getResourceAsStream("/map/departements.tsv")) {
            var lines =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return new FranceMap(
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .map(row -> new Departement(row[0], row[1], row[2].equals("overseas")))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The map of one question.
     *
     * @param counts by territory, such as {@code departement:45}
     * @param chosen the territory that is looked at
     * @param link the address that narrows to a territory, or widens if it is the chosen one
     */
    public Drawing draw(
            Map<String, Long> counts,
            @Nullable String chosen,
            Function<String, String> link,
            FigureOrder order) {
        return drawSeveral(counts, chosen == null ? Set.of() : Set.of(chosen), link, order);
    }

    /**
     * The same of a territory that several make up.
     *
     * @param chosen the départements that are looked at
     */
    public Drawing drawSeveral(
            Map<String, Long> counts,
            Set<String> chosen,
            Function<String, String> link,
            FigureOrder order) {
        var known = new HashMap<String, Long>();
        departements.forEach(
                each -> known.put(each.code(), counts.getOrDefault(each.territory(), 0L)));
        QuantileScale scale = QuantileScale.of(known.values());
        List<Drawing.Shape> shapes = new ArrayList<>();
        for (Departement each : departements) {
            long count = known.getOrDefault(each.code(), 0L);
            shapes.add(
                    new Drawing.Shape(
                            each.code(),
                            each.name(),
                            count,
                            scale.shade(count),
                            chosen.contains(each.territory()),
                            each.overseas(),
                            AROUND_PARIS.contains(each.code()),
                            link.apply(each.territory())));
        }
        return new Drawing(
                shapes, scale.legend(), shapes.stream().sorted(order.comparator()).toList());
    }

    /** Of the table beside the map. */
    public record FigureOrder(String field, boolean descending) {

        private static final Comparator<Drawing.Shape> BY_CODE =
                Comparator.comparing(Drawing.Shape::code);
        private static final Set<String> FIELDS = Set.of("code", "name", "count");

        /** As an address has it: {@code name}, or {@code -count}; most first if it says nothing. */
        public static FigureOrder of(@Nullable String raw) {
            boolean descending = raw != null && raw.startsWith("-");
            String field = raw == null ? "" : descending ? raw.substring(1) : raw;
            return FIELDS.contains(field)
                    ? new FigureOrder(field, descending)
                    : new FigureOrder("count", true);
        }

        /** What a click on a column's head asks for. */
        public String toggled(String column) {
            boolean down = column.equals(field) ? !descending : column.equals("count");
            return (down ? "-" : "") + column;
        }

        /** As {@code aria-sort} has it. */
        public String aria(String column) {
            return column.equals(field) ? descending ? "descending" : "ascending" : "none";
        }

        Comparator<Drawing.Shape> comparator() {
            Comparator<Drawing.Shape> chosen =
                    switch (field) {
                        case "name" ->
                                Comparator.comparing(
                                        Drawing.Shape::name, Collator.getInstance(Locale.FRENCH));
                        case "count" -> Comparator.comparingLong(Drawing.Shape::count);
                        default -> BY_CODE;
                    };
            return (descending ? chosen.reversed() : chosen).thenComparing(BY_CODE);
        }
    }
}
