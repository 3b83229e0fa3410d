package relais.acceptance;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is another in each run, replaced by a word that says what it was: identifiers made by
 * chance, moments of this run, addresses of this stack, digests and cursors made of these. Archive
 * dates and the identifiers of the example data are the same in each run and stay.
 */
final class Normal {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("\\b(?=[0-9a-f]*[a-f])[0-9a-f]{64}\\b");
    private static final Pattern CURSOR =
            Pattern.compile("(cursor=|[cC]ursor\"\\s*:\\s*\")[A-Za-z0-9_%-]+");
    private static final Pattern INSTANT =
            Pattern.compile(
                    "(\\d{4}-\\d{2}-\\d{2})T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|\\+0\\d:00)?");
    private static final Pattern MILLIS = Pattern.compile("\\b\\d{13}\\b");
    private static final Pattern VALIDATOR = Pattern.compile("(?<=ETag: W/\")[^\"]{8,}(?=\")");
    private static final Pattern TOKEN =
            Pattern.compile("(name=\"_csrf\" value=\"|nonce=\"|nonce-)[^\"']+");
    private static final Pattern AGO =
            Pattern.compile("(il y a )?\\d+ (secondes?|minutes?|seconds?)( ago)?\\b");
    private static final Pattern OFFSET =
            Pattern.compile("(\"offset\"\\s*:\\s*(\\{\\s*\"\\$numberLong\"\\s*:\\s*\")?)\\d+");

    /** Of bytes of which some are masked here. */
    private static final Pattern PRINT =
            Pattern.compile("(\"print\"\\s*:\\s*(\\{\\s*\"\\$numberLong\"\\s*:\\s*\")?)\\d+");

    private static final Pattern BINARY = Pattern.compile("(\"base64\"\\s*:\\s*\")[A-Za-z0-9+/=]+");
    private static final Pattern MONTHS = Pattern.compile("(type=\"range\" min=\"0\" max=\")\\d+");
    private static final Pattern ASSET = Pattern.compile("-[0-9a-f]{32}(?=\\.)");
    private static final Pattern PATH_DATA = Pattern.compile("(?<=\\sd=\")[^\"]{80,}(?=\")");

    /** Dates in the text of a page, which are of a day of this run only now and then. */
    private static final Pattern STATED =
            Pattern.compile(
                    "((?:établie le|vérification(?:&nbsp;|\\h)*:|made on|check:)\\h)\\d{1,2} \\p{L}+ \\d{4}");

    private final Instant since;
    private final List<String> recent = new ArrayList<>();
    private final Map<Pattern, String> words = new HashMap<>();

    /**
     * @param since moments from then on are of this run
     * @param addresses of the stack's parts, by name
     */
    Normal(Instant since, Map<String, URI> addresses) {
        this.since = since.minus(1, ChronoUnit.DAYS);
        addresses.forEach(
                (name, address) -> {
                    String plain = address.toString();
                    String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8);
                    for (String written : List.of(plain, encoded)) {
                        words.put(Pattern.compile(Pattern.quote(written)), "<" + name + ">");
                    }
                });
        ZonedDateTime day = since.atZone(PARIS).truncatedTo(ChronoUnit.DAYS);
        words.put(Pattern.compile("(?<=<span>)" + day.getYear() + "(?=</span>)"), "<year>");
        for (ZonedDateTime each = day.minusDays(1); recent.size() < 3; each = each.plusDays(1)) {
            String date = each.format(DateTimeFormatter.ISO_LOCAL_DATE);
            recent.add(date);
            for (String written :
                    List.of(
                            date,
                            each.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH)),
                            each.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK)),
                            each.format(DateTimeFormatter.ofPattern("dd/MM/uuuu")))) {
                words.put(
                        Pattern.compile(
                                "(?<!\\d)"
                                        + Pattern.quote(written)
                                        + "((,| à| at) \\d{1,2}(:|(&nbsp;|\\s)?h(&nbsp;|\\s)?)\\d{2})?"),
                        "<today>");
            }
        }
    }

    String of(String text) {
        String plain = numbered(UUID, "uuid", text);
        plain = numbered(DIGEST, "digest", plain);
        plain = CURSOR.matcher(plain).replaceAll("$1<cursor>");
        plain = TOKEN.matcher(plain).replaceAll("$1<token>");
        plain = STATED.matcher(plain).replaceAll("$1<date>");
        plain = AGO.matcher(plain).replaceAll("<ago>");
        plain = OFFSET.matcher(plain).replaceAll("$1<offset>");
        plain = PRINT.matcher(plain).replaceAll("$1<print>");
        plain = BINARY.matcher(plain).replaceAll("$1<bytes>");
        plain = MONTHS.matcher(plain).replaceAll("$1<months>");
        plain = ASSET.matcher(plain).replaceAll("");
        plain = PATH_DATA.matcher(plain).replaceAll("<path>");
        plain =
                INSTANT.matcher(plain)
                        .replaceAll(
                                found ->
                                        Matcher.quoteReplacement(
                                                recent.contains(found.group(1))
                                                        ? "<now>"
                                                        : found.group()));
        plain =
                MILLIS.matcher(plain)
                        .replaceAll(
                                found ->
                                        Long.parseLong(found.group()) < since.toEpochMilli()
                                                ? found.group()
                                                : "<millis>");
        plain = VALIDATOR.matcher(plain).replaceAll("<validator>");
        for (Map.Entry<Pattern, String> word : words.entrySet()) {
            plain =
                    word.getKey()
                            .matcher(plain)
                            .replaceAll(Matcher.quoteReplacement(word.getValue()));
        }
        return plain;
    }

    /** The same one has the same number wherever it stands in the text. */
    private static String numbered(Pattern pattern, String name, String text) {
        Map<String, Integer> numbers = new HashMap<>();
        return pattern.matcher(text)
                .replaceAll(
                        found ->
                                "<%s %d>"
                                        .formatted(
                                                name,
                                                numbers.computeIfAbsent(
                                                        found.group(),
                                                        first -> numbers.size() + 1)));
    }
}
