package relais.local.command;

import relais.local.verify.Finding;
import relais.local.verify.Kind;
import relais.local.verify.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a verification came to, for programs. */
record ReportJson(Report report) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        ObjectNode root = JSON.createObjectNode();
        root.put("equal", report.isEqual());
        root.put("at", report.at().toString());
        root.putObject("proof")
                .put("upTo", report.upTo())
                .put("events", report.events())
                .put("digest", report.digest());
        Report.Claim feed = report.feed();
        if (feed != null) {
            root.set("feed", JSON.valueToTree(feed));
        }
        root.set("services", JSON.valueToTree(report.services()));
        root.put("differences", report.findings().differences());
        ObjectNode counts = root.putObject("counts");
        ArrayNode found = root.putArray("found");
        for (Kind kind : Kind.values()) {
            if (report.findings().count(kind) > 0) {
                counts.put(kind.name(), report.findings().count(kind));
            }
            report.findings().of(kind).forEach(one -> add(found, one));
        }
        return root.toPrettyString() + "\n";
    }

    private static void add(ArrayNode found, Finding one) {
        ObjectNode node = found.addObject();
        node.put("kind", one.kind().name())
                .put("difference", !one.kind().isHarmless())
                .put("subject", one.subject());
        if (!one.expected().isEmpty()) {
            node.put("expected", one.expected());
        }
        if (!one.found().isEmpty()) {
            node.put("found", one.found());
        }
    }
}
