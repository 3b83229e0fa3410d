package relais.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What a page shows where people expect words: codes, names of fields, paths, identifiers, and
 * times as programs write them. What is to be copied stands in {@code code} or {@code pre}, and is
 * left out; so is what partners wrote.
 */
final class PlainWords {

    private static final Map<String, Pattern> FAULTS =
            new TreeMap<>(
                    Map.of(
                            "a code",
                            Pattern.compile(
                                    "\\b(?:[A-Z]{2,}_[A-Z_]{2,}|ECOLE|COLLEGE|LYCEE|OTHER|USES|GOVERNANCE"
                                            + "|SUPPORT|FRAMEWORKS?|INFRASTRUCTURE|INDUSTRY|MEASURED"
                                            + "|EXPECTED|CONSENT|RESERVATION|OBJECTION|ABSTENTION"
                                            + "|CONSULTATION|ADOPTED|SUPERSEDED|DRAFTING|WITHDRAWN"
                                            + "|MODERATED|PUBLISHED|SUBMITTED|RETURNED|ACTIVE"
                                            + "|SUSPENDED|PLANNED|COMPLETED|ABANDONED|SCHEDULED"
                                            + "|CANCELLED|OPINION|PROPOSAL|DEPARTEMENT|ACADEMIE"
                                            + "|FILE|TOPIC|STREAM|CARDS|ACTIVITIES)\\b"),
                            "the name of a field",
                            Pattern.compile(
                                    "\\b[a-z]{2,}[A-Z][a-z]+(?:[A-Z][a-z]+)*\\b|\\b[a-z]+\\[\\d"),
                            "the name of an event",
                            Pattern.compile(
                                    "\\b(?:Partner|Charter|Mandate|Experience|Adoption|Endorsement"
                                            + "|Contribution|Evidence|Amendment|Consultation|Position"
                                            + "|Objective|Action|WorkingDay|AgendaItem|Minutes"
                                            + "|Message)[A-Z][a-z]+\\b"),
                            "an identifier",
                            Pattern.compile(
                                    "\\b(?:commune|epci|departement|region|academie|pays):[0-9A-Z]+"
                                            + "|\\bp-[a-z]+-[0-9a-z-]+"
                                            + "|\\b(?:x|c|o|ac|wd|msg|d|m|e)-[0-9a-f]{6,}\\b"),
                            "a path",
                            Pattern.compile("\\b(?:GET|POST|PUT|DELETE) /|/openapi"),
                            "a time of UTC",
                            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d|\\b)")));

    /** What is for machines, or the words of others. */
    private static final String LEFT_OUT =
            "script, style, template, code, pre, svg, .prose, .preview, .note, .reason, .markdown, h3"
                    + ", textarea, [data-raw]";

    private PlainWords() {}

    /** Leaves the page without what is left out: whoever wants that of it looks before. */
    static List<String> faults(Document page) {
        Element main = page.selectFirst("main");
        if (main == null) {
            return List.of();
        }
        main.select(LEFT_OUT).remove();
        List<String> faults = new ArrayList<>();
        Stream.concat(texts(main), attributes(main)).forEach(text -> look(text, faults));
        return faults;
    }

    /** Each piece for itself: labels that stand beside each other are not one word. */
    private static Stream<String> texts(Element main) {
        return main.stream().flatMap(each -> each.textNodes().stream()).map(TextNode::text);
    }

    private static Stream<String> attributes(Element main) {
        return main
                .select("[title], [aria-label], [placeholder], input[type=text][value], option")
                .stream()
                .flatMap(
                        each ->
                                Stream.of(
                                        each.attr("title"),
                                        each.attr("aria-label"),
                                        each.attr("placeholder"),
                                        each.tagName().equals("input") ? each.attr("value") : ""));
    }

    private static void look(String text, List<String> faults) {
        FAULTS.forEach(
                (what, pattern) -> {
                    Matcher found = pattern.matcher(text);
                    if (found.find()) {
                        int from = Math.max(0, found.start() - 40);
                        int to = Math.min(text.length(), found.end() + 40);
                        faults.add("shows " + what + ": …" + text.substring(from, to) + "…");
                    }
                });
    }
}
