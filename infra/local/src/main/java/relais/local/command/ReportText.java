package relais.local.command;

import static java.time.temporal.ChronoUnit.SECONDS;
import static relais.local.message.Messages.say;

import java.util.List;
import relais.local.verify.Finding;
import relais.local.verify.Findings;
import relais.local.verify.Kind;
import relais.local.verify.Report;

/** What a verification came to, for the person at the terminal. */
record ReportText(Report report) {

    /** More of a kind than anyone reads on a terminal are only counted. */
    private static final int MOST = 50;

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, say("verify.log", report.events(), report.at().truncatedTo(SECONDS)));
        line(text, say("verify.digest", report.digest()));
        Report.Claim feed = report.feed();
        if (feed != null) {
            line(text, say("verify.feed", feed.events(), verdict(feed.equal())));
        }
        for (Report.Tally tally : report.services()) {
            line(text, say("verify.service", tally.service(), tally.aggregates(), tally.events()));
        }
        list(text, say("verify.notes"), true);
        list(text, say("verify.differences"), false);
        line(
                text,
                report.isEqual()
                        ? say("verify.equal")
                        : say("verify.differs", report.findings().differences()));
        return text.toString();
    }

    private static String verdict(boolean equal) {
        return say(equal ? "verify.equal.short" : "verify.differs.short");
    }

    private void list(StringBuilder text, String title, boolean harmless) {
        boolean titled = false;
        for (Kind kind : Kind.values()) {
            List<Finding> found = report.findings().of(kind);
            if (kind.isHarmless() == harmless && !found.isEmpty()) {
                if (!titled) {
                    line(text, title);
                    titled = true;
                }
                list(text, kind, found);
            }
        }
    }

    private void list(StringBuilder text, Kind kind, List<Finding> found) {
        found.stream()
                .limit(MOST)
                .forEach(
                        one ->
                                line(
                                        text,
                                        "  "
                                                + say(
                                                        "verify.found." + kind,
                                                        one.subject(),
                                                        one.expected(),
                                                        one.found())));
        Findings all = report.findings();
        if (all.count(kind) > MOST) {
            line(text, "  " + say("verify.more", all.count(kind) - MOST));
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
