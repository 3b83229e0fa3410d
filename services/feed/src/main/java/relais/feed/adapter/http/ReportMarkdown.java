package relais.feed.adapter.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import relais.feed.query.Moments;

/** A report as Markdown, to paste into an agenda. */
@Component
record ReportMarkdown(Sentences sentences) {

    /**
     * The document.
     *
     * @param root the address of this service, before {@code /feed}
     */
    String write(ReportView report, String root, Locale locale) {
        var text = new StringBuilder();
        text.append("# ")
                .append(say("report.title", Map.of("theme", report.workingDay().theme()), locale))
                .append("\n\n")
                .append(period(report, locale))
                .append("\n");
        report.figures().forEach(figure -> figure(text, figure, root, locale));
        return text.toString();
    }

    private String period(ReportView report, Locale locale) {
        String to = day(Moments.dayOf(report.to().minusMillis(1)), locale);
        ReportView.Day since = report.since();
        if (since == null) {
            return say("report.until", Map.of("to", to), locale);
        }
        String from = day(since.date(), locale);
        return say(
                "report.since",
                Map.of("theme", since.theme(), "place", since.place(), "from", from, "to", to),
                locale);
    }

    private void figure(
            StringBuilder text, ReportView.FigureView figure, String root, Locale locale) {
        var count = Map.of("count", Long.toString(figure.total()));
        text.append("\n## ")
                .append(say("report.figure." + figure.figure(), count, locale))
                .append("\n\n");
        if (figure.total() == 0) {
            text.append(say("report.none", Map.of(), locale)).append("\n");
            return;
        }
        parts(text, "report.axes", figure.axes(), locale);
        parts(text, "report.regions", figure.regions(), locale);
        for (FeedEntry entry : figure.items()) {
            text.append("- ")
                    .append(day(Moments.dayOf(entry.at()), locale))
                    .append(say("report.colon", Map.of(), locale))
                    .append(' ')
                    .append(plain(entry.summary()))
                    .append("\n");
        }
        long others = figure.total() - figure.items().size();
        if (others > 0) {
            text.append("- [")
                    .append(say("report.more", Map.of("count", Long.toString(others)), locale))
                    .append("](")
                    .append(root)
                    .append(figure.list())
                    .append(")\n");
        }
    }

    private void parts(StringBuilder text, String key, List<ReportView.Part> parts, Locale locale) {
        if (!parts.isEmpty()) {
            String list =
                    parts.stream()
                            .map(part -> plain(part.name()) + " " + part.count())
                            .collect(Collectors.joining(", "));
            text.append(say(key, Map.of(), locale)).append(' ').append(list).append("\n\n");
        }
    }

    private String say(String key, Map<String, String> values, Locale locale) {
        var plain = new HashMap<>(values);
        plain.replaceAll((_, value) -> plain(value));
        return sentences.fill(key, plain, locale);
    }

    private static String day(LocalDate day, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String text =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(english ? Locale.UK : Locale.FRANCE)
                        .format(day);
        // The first of a month is the one day that French counts as an ordinal.
        return !english && day.getDayOfMonth() == 1 ? "1er" + text.substring(1) : text;
    }

    /** As text on one line: what others wrote is neither markup nor a link here. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~!])", "\\\\$1");
    }
}
