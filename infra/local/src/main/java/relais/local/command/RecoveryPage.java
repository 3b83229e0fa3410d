package relais.local.command;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import relais.local.message.Messages;
import tools.jackson.databind.JsonNode;

/** What a recovery came to, for a terminal. */
record RecoveryPage(String service, JsonNode status) {

    private static final List<String> COLUMNS =
            List.of("restored", "broughtUp", "untouched", "ahead", "incomplete");
    private static final int MOST_EXAMPLES = 10;

    /** Whether nobody has to look at anything: a store that is ahead only has events to send. */
    boolean isClean() {
        return status.path("found")
                .valueStream()
                .allMatch(finding -> text(finding, "kind").equals("AHEAD_OF_THE_LOG"));
    }

    String text() {
        StringBuilder page = new StringBuilder();
        line(page, Messages.say("recover.done", service, status.path("read").asLong(0)));
        line(page, row("", column -> Messages.say("recover." + column)));
        for (JsonNode kind : status.path("aggregates")) {
            line(page, row(text(kind, "kind"), column -> Long.toString(number(kind, column))));
        }
        for (JsonNode derived : status.path("derived")) {
            line(
                    page,
                    Messages.say(
                            "recover.derived", text(derived, "name"), number(derived, "count")));
        }
        for (JsonNode reader : status.path("readers")) {
            line(
                    page,
                    Messages.say("recover.reader", text(reader, "name"), number(reader, "count")));
        }
        findings(page);
        losses(page);
        return page.toString();
    }

    private static String row(String name, Function<String, String> cell) {
        return COLUMNS.stream()
                .map(column -> "%12s".formatted(cell.apply(column)))
                .collect(Collectors.joining("", "  %-14s".formatted(name), ""));
    }

    private void findings(StringBuilder page) {
        long count = number(status, "findings");
        if (count == 0) {
            return;
        }
        line(page, Messages.say("recover.findings", count));
        for (JsonNode finding : status.path("found")) {
            String sequence = finding.has("sequence") ? ":" + number(finding, "sequence") : "";
            line(
                    page,
                    "  %-16s %s%s  %s  %s"
                            .formatted(
                                    text(finding, "kind"),
                                    text(finding, "id"),
                                    sequence,
                                    text(finding, "place"),
                                    text(finding, "detail")));
        }
    }

    private void losses(StringBuilder page) {
        line(page, Messages.say("recover.lost"));
        for (JsonNode loss : status.path("lost")) {
            String count = loss.has("count") ? " (" + number(loss, "count") + ")" : "";
            List<String> examples =
                    loss.path("examples").valueStream().map(each -> each.asString("")).toList();
            String names =
                    examples.stream()
                            .limit(MOST_EXAMPLES)
                            .collect(Collectors.joining(", ", "\n      ", ""));
            String more = examples.size() > MOST_EXAMPLES ? ", …" : "";
            line(
                    page,
                    "  - "
                            + text(loss, "words")
                            + count
                            + (examples.isEmpty() ? "" : names + more));
        }
    }

    private static void line(StringBuilder page, String line) {
        page.append(line).append(System.lineSeparator());
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static long number(JsonNode node, String field) {
        return node.path(field).asLong(0);
    }
}
