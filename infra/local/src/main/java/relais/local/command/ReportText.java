package relais.local.command;

import static java.time.temporal.ChronoUnit.SECONDS;
import static relais.local.message.Messages.say;

import java.util.ArrayList;
import java.util.List;
import relais.local.verify.Finding;
import relais.local.verify.Kind;
import relais.local.verify.Report;

/** What a verification came to, for the person at the terminal. */
record ReportText(Report report) {

    /** More of a kind than anyone reads on a terminal are only counted. */
    private static final int MOST = 50;

    String text() {
        List<String> text = new ArrayList<>();
        text.add(say("verify.log", report.events(), report.at().truncatedTo(SECONDS)));
        text.add(say("verify.digest", report.digest()));
        Report.Claim feed = report.feed();
        if (feed != null) {
            text.add(
                    say(
                            "verify.feed",
                            feed.events(),
                            say(feed.equal() ? "verify.equal.short" : "verify.differs.short")));
        }
        for (Report.Tally tally : report.services()) {
            text.add(say("verify.service", tally.service(), tally.aggregates(), tally.events()));
        }
        list(text, say("verify.notes"), true);
        list(text, say("verify.differences"), false);
        text.add(
                report.isEqual()
                        ? say("verify.equal")
                        : say("verify.differs", report.findings().differences()));
        return String.join("\n", text) + "\n";
    }

    private void list(List<String> text, String title, boolean harmless) {
        boolean titled = false;
        for (Kind kind : Kind.values()) {
            List<Finding> found = report.findings().of(kind);
            if (kind.isHarmless() == harmless && !found.isEmpty()) {
                if (!titled) {
                    text.add(title);
                    titled = true;
                }
                list(text, kind, found);
            }
        }
    }

    private void list(List<String> text, Kind kind, List<Finding> found) {
        for (Finding one : found.subList(0, Math.min(MOST, found.size()))) {
            String key = "verify.found." + kind;
            text.add("  " + say(key, one.subject(), one.expected(), one.found()));
        }
        long more = report.findings().count(kind) - MOST;
        if (more > 0) {
            text.add("  " + say("verify.more", more));
        }
    }
}
