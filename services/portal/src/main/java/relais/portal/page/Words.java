package relais.portal.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import relais.portal.api.Listing;
import relais.portal.form.Choice;

/**
 * Dates, figures and codes as people of the reader's language write them; in templates {@code
 * ${@words…}}. Instants are shown in the time of Paris.
 */
@Component
public record Words(MessageSource messages, Clock clock) {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final Pattern BEFORE_SIGN = Pattern.compile(" ([:;!?»%€])");
    private static final Pattern MEMBER = Pattern.compile("^(adoptions|sections)\\.[^.]+");

    /** Whether a day has gone by, in Paris. */
    public boolean isOver(@Nullable LocalDate day) {
        return day != null && day.isBefore(LocalDate.ofInstant(clock.instant(), PARIS));
    }

    /** Whether a day has come, in Paris. */
    public boolean hasCome(LocalDate day) {
        return !day.isAfter(LocalDate.ofInstant(clock.instant(), PARIS));
    }

    /** « 3 mars 2016 ». */
    public String day(LocalDate day) {
        return format(day.getDayOfMonth() == 1 && isFrench() ? "d'er' MMMM yyyy" : "d MMMM yyyy")
                .format(day);
    }

    /** The day of an instant, in Paris. */
    public String dayOf(Instant instant) {
        return day(LocalDate.ofInstant(instant, PARIS));
    }

    /** Day and time, in Paris. */
    public String moment(Instant instant) {
        // The spaces of a time do not break.
        String time =
                format(isFrench() ? "H'\u00a0h\u00a0'mm" : "HH:mm").format(instant.atZone(PARIS));
        return message("moment", dayOf(instant), time);
    }

    /** A day or an instant as an address has it; unreadable ones stay as they are. */
    public String typed(String raw) {
        try {
            return raw.indexOf('T') < 0 ? day(LocalDate.parse(raw)) : moment(Instant.parse(raw));
        } catch (DateTimeParseException neither) {
            return raw;
        }
    }

    /** Whether a day or an instant of an address has not come yet; one that is unreadable never. */
    public boolean isToCome(String raw) {
        try {
            return raw.indexOf('T') < 0
                    ? !hasCome(LocalDate.parse(raw))
                    : Instant.parse(raw).isAfter(clock.instant());
        } catch (DateTimeParseException neither) {
            return false;
        }
    }

    /** The day of it as a date field has it; null if there is none. */
    public @Nullable String typedDay(@Nullable String raw) {
        return raw != null && raw.length() >= 10 ? raw.substring(0, 10) : null;
    }

    public String number(@Nullable Number number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(4);
        return format.format(number);
    }

    /** « 12 500 € ». */
    public String euros(BigDecimal euros) {
        NumberFormat format =
                NumberFormat.getCurrencyInstance(
                        isFrench() ? Locale.FRANCE : Locale.of("en", "IE"));
        format.setMaximumFractionDigits(euros.stripTrailingZeros().scale() > 0 ? 2 : 0);
        return format.format(euros);
    }

    /** How large a file is: « 1,2 Mo ». */
    public String size(@Nullable Long bytes) {
        if (bytes == null) {
            return "";
        }
        boolean large = bytes >= 1_000_000;
        BigDecimal size =
                new BigDecimal(bytes)
                        .movePointLeft(large ? 6 : 3)
                        .setScale(large ? 1 : 0, RoundingMode.UP);
        return message(large ? "size.megabytes" : "size.kilobytes", number(size));
    }

    /**
     * What a code of the services means, such as {@code axis.USES}; the code itself if it is newer
     * than the portal.
     */
    public String code(String group, @Nullable String code) {
        if (code == null) {
            return "";
        }
        String words = messages.getMessage(group + "." + code, null, code, locale());
        return words == null ? code : words;
    }

    /** Codes of the services to choose from. */
    public List<Choice> choices(String group, List<String> codes) {
        return codes.stream().map(code -> new Choice(code, code(group, code))).toList();
    }

    /**
     * How a field is called; the identifier of the one it is about, as in {@code
     * adoptions.a-42.results}, is left out.
     */
    public String field(String name) {
        return code("field", MEMBER.matcher(name).replaceFirst("$1"));
    }

    /**
     * What people typed in French, with its punctuation kept to the word it belongs to; null if
     * there is nothing.
     */
    public @Nullable String text(@Nullable String typed) {
        return typed == null ? null : unbroken(typed);
    }

    /** French, whose spaces beside signs do not break. */
    static String unbroken(String french) {
        return BEFORE_SIGN.matcher(french).replaceAll("\u00a0$1").replace("« ", "«\u00a0");
    }

    /** A piece of a text; a hit is one of the words that were searched. */
    public record Piece(String text, boolean hit) {}

    /** A text in pieces, so that a page can mark the words of a search in it. */
    public List<Piece> pieces(@Nullable String typed, Listing.@Nullable Search search) {
        String text = Objects.requireNonNullElse(text(typed), "");
        if (search == null || search.words().isEmpty()) {
            return List.of(new Piece(text, false));
        }
        String any = search.words().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher words =
                Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])")
                        .matcher(text);
        var pieces = new ArrayList<Piece>();
        int end = 0;
        while (words.find()) {
            pieces.add(new Piece(text.substring(end, words.start()), false));
            pieces.add(new Piece(words.group(), true));
            end = words.end();
        }
        pieces.add(new Piece(text.substring(end), false));
        return pieces;
    }

    /** How many of something: {@code <key>.none}, {@code .one} or {@code .many}. */
    public String count(String key, long count) {
        String suffix = count == 0 ? ".none" : count == 1 ? ".one" : ".many";
        return message(key + suffix, number(count));
    }

    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private static boolean isFrench() {
        return locale().getLanguage().equals("fr");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
