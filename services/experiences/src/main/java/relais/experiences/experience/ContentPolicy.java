package relais.experiences.experience;

import java.math.BigDecimal;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.territory.TerritoryCode;

/** The rules of a card, whoever submits it. All of them are checked at once. */
final class ContentPolicy {

    private static final Pattern HOST =
            Pattern.compile("(https?://)([^/:?#@]+)(.*)", Pattern.CASE_INSENSITIVE);

    static final int MAX_TEXT = 10_000;
    private static final int MAX_LINE = 200;
    private static final int MAX_NOTE = 1_000;
    private static final int MAX_URL = 2_000;
    private static final int MAX_TAGS = 20;
    private static final int MAX_TAG = 40;
    private static final int MAX_LINKS = 20;
    private static final int MAX_PARTNERS = 50;
    private static final int YEARS_AHEAD = 5;
    private static final int FIRST_YEAR = 1900;
    private static final BigDecimal MAX_EUROS = new BigDecimal("999999999999.99");
    private static final BigDecimal MAX_FTE = new BigDecimal("999999.99");

    private ContentPolicy() {}

    static Stream<Refusal> refusals(ProposedContent card, Circumstances context) {
        return Refusal.all(
                required(card),
                card.lengths(),
                each("partnersInvolved", card.partnersInvolved(), MAX_PARTNERS, MAX_LINE),
                level(card),
                axes(card),
                each("tags", card.tags(), MAX_TAGS, MAX_TAG),
                Refusal.each("links", card.links(), MAX_LINKS, ContentPolicy::link),
                FilePolicy.refusals(card, context),
                territory(card, context),
                dates(card, context),
                card.means() == null ? Stream.empty() : means(card.means()),
                card.results() == null ? Stream.empty() : results(card.results()),
                licence(card));
    }

    /** A reader needs these to understand anything. */
    private static Stream<Refusal> required(ProposedContent card) {
        return Stream.of(
                        absent("title", card.title()),
                        absent("preview", card.preview()),
                        absent("territory", card.territory()),
                        absent("level", card.level()),
                        absent("axes", card.axes().isEmpty() ? null : "some"),
                        absent("problem", card.problem()),
                        absent("action", card.action()))
                .flatMap(Optional::stream);
    }

    private static Stream<Refusal> level(ProposedContent card) {
        return card.level() == null || Level.parse(card.level()).isPresent()
                ? Stream.empty()
                : Stream.of(Refusal.invalid("level", "unknown-level"));
    }

    private static Stream<Refusal> axes(ProposedContent card) {
        return card.axes().size() > MAX_TAGS
                ? Stream.of(Refusal.invalid("axes", "too-many", Axis.values().length))
                : IntStream.range(0, card.axes().size())
                        .filter(i -> Axis.parse(card.axes().get(i)).isEmpty())
                        .mapToObj(i -> Refusal.invalid("axes[" + i + "]", "unknown-axis"));
    }

    private static Stream<Refusal> link(String field, ProposedContent.ProposedLink link) {
        String url = field + ".url";
        return Stream.concat(
                TextRule.line(MAX_LINE).check(field + ".label", link.label()),
                link.url() == null || isWebAddress(link.url())
                        ? TextRule.line(MAX_URL).required(url, link.url())
                        : Stream.of(Refusal.invalid(url, "web-address")));
    }

    private static boolean isWebAddress(String text) {
        try {
            // A host may be written in the letters of its language: as browsers show it.
            URI uri = new URI(inAscii(text));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            return List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException | IllegalArgumentException _) {
            return false;
        }
    }

    /** The address with its host in the letters that the name system has. */
    private static String inAscii(String address) {
        Matcher host = HOST.matcher(address);
        return host.matches()
                ? host.group(1) + IDN.toASCII(host.group(2)) + host.group(3)
                : address;
    }

    /** A territory of the reference, valid at the time of the event or today. */
    private static Stream<Refusal> territory(ProposedContent card, Circumstances circumstances) {
        if (card.territory() == null) {
            return Stream.empty();
        }
        return TerritoryCode.parse(card.territory()).filter(circumstances::exists).isPresent()
                ? Stream.empty()
                : Stream.of(Refusal.invalid("territory", "unknown-territory", circumstances.day()));
    }

    /** The end is not before the start, and neither is a typing error centuries away. */
    private static Stream<Refusal> dates(ProposedContent card, Circumstances circumstances) {
        LocalDate latest = circumstances.today().plusYears(YEARS_AHEAD);
        Stream<Refusal> each =
                Stream.concat(
                        plausible("startedOn", card.startedOn(), latest),
                        plausible("endedOn", card.endedOn(), latest));
        Optional<LocalDate> start = DayRule.parse(card.startedOn());
        Optional<LocalDate> end = DayRule.parse(card.endedOn());
        boolean reversed = start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
        return reversed
                ? Stream.concat(each, Stream.of(Refusal.invalid("endedOn", "ends-before-start")))
                : each;
    }

    private static Stream<Refusal> plausible(
            String field, @Nullable String text, LocalDate latest) {
        if (text == null) {
            return Stream.empty();
        }
        Optional<LocalDate> day = DayRule.parse(text);
        if (day.isEmpty()) {
            return Stream.of(Refusal.invalid(field, "not-a-date"));
        }
        return day.get().isAfter(latest) || day.get().getYear() < FIRST_YEAR
                ? Stream.of(Refusal.invalid(field, "implausible-date", latest))
                : Stream.empty();
    }

    /** Euros and full-time equivalents are positive, with two decimals. */
    static Stream<Refusal> means(ProposedContent.ProposedMeans means) {
        return Refusal.all(
                amount("means.euros", means.euros(), MAX_EUROS),
                amount("means.fte", means.fte(), MAX_FTE),
                TextRule.text(MAX_NOTE).check("means.note", means.note()));
    }

    private static Stream<Refusal> amount(
            String field, @Nullable BigDecimal number, BigDecimal max) {
        return Refusal.when(
                number != null && !isAmount(number, max),
                Refusal.invalid(field, "amount", max.toPlainString()));
    }

    /** The size comes first: 1e999999999 is a short number, and endless in digits. */
    private static boolean isAmount(BigDecimal number, BigDecimal max) {
        return ProposedContent.ProposedMeans.isModest(number)
                && number.signum() >= 0
                && number.compareTo(max) <= 0
                && number.stripTrailingZeros().scale() <= 2;
    }

    /** Results say whether they were measured or are expected. */
    static Stream<Refusal> results(ProposedContent.ProposedResults results) {
        return Stream.concat(
                results.kind() != null && ResultKind.parse(results.kind()).isPresent()
                        ? Stream.empty()
                        : Stream.of(Refusal.invalid("results.kind", "unknown-result-kind")),
                TextRule.text(MAX_TEXT).required("results.text", results.text()));
    }

    /** Nothing is published without consent to the Licence Ouverte 2.0. */
    private static Stream<Refusal> licence(ProposedContent card) {
        return Boolean.TRUE.equals(card.licenceAccepted())
                ? Stream.empty()
                : Stream.of(Refusal.invalid("licenceAccepted", "licence"));
    }

    private static Optional<Refusal> absent(String field, @Nullable String value) {
        return value == null ? Optional.of(Refusal.invalid(field, "required")) : Optional.empty();
    }

    private static Stream<Refusal> each(
            String field, List<String> texts, int maxCount, int maxLength) {
        return Refusal.each(field, texts, maxCount, TextRule.line(maxLength)::required);
    }
}
