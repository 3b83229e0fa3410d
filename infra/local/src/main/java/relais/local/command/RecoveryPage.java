package relais.local.command;

import java.util.ArrayList;
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
        List<String> page = new ArrayList<>();
        page.add(Messages.say("recover.done", service, status.path("read").asLong(0)));
        page.add(row("", column -> Messages.say("recover." + column)));
        for (JsonNode kind : status.path("aggregates")) {
            page.add(row(text(kind, "kind"), column -> Long.toString(number(kind, column))));
        }
        counts(page, "derived", "recover.derived");
        counts(page, "readers", "recover.reader");
        findings(page);
        losses(page);
        return String.join(System.lineSeparator(), page) + System.lineSeparator();
    }

    private void counts(List<String> page, String field, String key) {
        for (JsonNode each : status.path(field)) {
            page.add(Messages.say(key, text(each, "name"), number(each, "count")));
        }
    }

    private static String row(String name, Function<String, String> cell) {
        return COLUMNS.stream()
                .map(column -> "%12s".formatted(cell.apply(column)))
                .collect(Collectors.joining("", "  %-14s".formatted(name), ""));
    }

    private void findings(List<String> page) {
        long count = number(status, "findings");
        if (count == 0) {
            return;
        }
        page.add(Messages.say("recover.findings", count));
        for (JsonNode finding : status.path("found")) {
            String sequence = finding.has("sequence") ? ":" + number(finding, "sequence") : "";
            String what =
                    "%-16s %s%s".formatted(text(finding, "kind"), text(finding, "id"), sequence);
            page.add("  " + what + "  " + text(finding, "place") + "  " + text(finding, "detail"));
        }
    }

    private void losses(List<String> page) {
        page.add(Messages.say("recover.lost"));
        for (JsonNode loss : status.path("lost")) {
            String count = loss.has("count") ? " (" + number(loss, "count") + ")" : "";
            List<String> examples =
                    loss.path("examples").valueStream().map(each -> each.asString("")).toList();
            String names =
                    examples.stream()
                            .limit(MOST_EXAMPLES)
                            .collect(Collectors.joining(", ", "\n      ", ""));
            String more = examples.size() > MOST_EXAMPLES ? ", …" : "";
            page.add(
                    "  - "
                            + text(loss, "words")
                            + count
                            + (examples.isEmpty() ? "" : names + more));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static long number(JsonNode node, String field) {
        return node.path(field).asLong(0);
    }
}
