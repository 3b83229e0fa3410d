package relais.experiences.imports;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values as a French spreadsheet writes them, in the notation of the API. A value in no known
 * notation is returned as it is, so that the rule of its field refuses it and says what is
 * expected.
 */
final class ImportedValues {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = strict("d/M/uuuu");
    private static final DateTimeFormatter MINUTE = strict("d/M/uuuu H:mm");

    private static final Map<String, String> LEVELS =
            Map.ofEntries(
                    Map.entry("ecole", "ECOLE"),
                    Map.entry("ecoles", "ECOLE"),
                    Map.entry("college", "COLLEGE"),
                    Map.entry("colleges", "COLLEGE"),
                    Map.entry("lycee", "LYCEE"),
                    Map.entry("lycees", "LYCEE"),
                    Map.entry("autre", "OTHER"),
                    Map.entry("other", "OTHER"));

    /** Short names as the pages of Relais show them, and single words that stand for them. */
    private static final Map<String, String> AXES =
            Map.ofEntries(
                    Map.entry("uses", "USES"),
                    Map.entry("usages", "USES"),
                    Map.entry("nouveaux usages", "USES"),
                    Map.entry("governance", "GOVERNANCE"),
                    Map.entry("gouvernance", "GOVERNANCE"),
                    Map.entry("gouvernance partagee", "GOVERNANCE"),
                    Map.entry("support", "SUPPORT"),
                    Map.entry("accompagnement", "SUPPORT"),
                    Map.entry("frameworks", "FRAMEWORKS"),
                    Map.entry("referentiels", "FRAMEWORKS"),
                    Map.entry("referentiels nationaux", "FRAMEWORKS"),
                    Map.entry("infrastructure", "INFRASTRUCTURE"),
                    Map.entry("infrastructures", "INFRASTRUCTURE"),
                    Map.entry("infrastructures et equipements", "INFRASTRUCTURE"),
                    Map.entry("industry", "INDUSTRY"),
                    Map.entry("filiere", "INDUSTRY"),
                    Map.entry("filiere du numerique educatif", "INDUSTRY"));

    private static final Map<String, String> RESULT_KINDS =
            Map.of(
                    "measured", "MEASURED",
                    "mesures", "MEASURED",
                    "expected", "EXPECTED",
                    "attendus", "EXPECTED");

    private ImportedValues() {}

    /** {@code 01/09/2024} becomes {@code 2024-09-01}; 30 February stays what it is. */
    static String day(String cell) {
        try {
            return LocalDate.parse(cell, DAY).toString();
        } catch (DateTimeException _) {
            return cell;
        }
    }

    /** {@code 01/09/2024 10:30}, in Paris, becomes {@code 2024-09-01T08:30:00Z}. */
    static String instant(String cell) {
        try {
            LocalDateTime local =
                    cell.indexOf(':') < 0
                            ? LocalDate.parse(cell, DAY).atStartOfDay()
                            : LocalDateTime.parse(cell, MINUTE);
            return local.atZone(PARIS).toInstant().toString();
        } catch (DateTimeException _) {
            return cell;
        }
    }

    static String level(String cell) {
        return LEVELS.getOrDefault(folded(cell), cell);
    }

    /** Several axes are separated by {@code |}; a cell of codes stays as it is, its spaces too. */
    static String axes(String cell) {
        return Arrays.stream(cell.split("\\|", -1))
                .map(axis -> axis.strip().equals(axis(axis)) ? axis : axis(axis))
                .collect(Collectors.joining("|"));
    }

    private static String axis(String name) {
        return AXES.getOrDefault(folded(name), name.strip());
    }

    static String resultKind(String cell) {
        return RESULT_KINDS.getOrDefault(folded(cell), cell);
    }

    /** Lower case, without accents; whatever is no letter or digit counts as one space. */
    static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
