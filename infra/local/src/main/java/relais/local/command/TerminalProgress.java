package relais.local.command;

import java.io.Console;
import java.time.Duration;
import relais.local.message.Messages;
import relais.local.verify.Progress;

/** How far a verification has come, on one line that is written over. */
final class TerminalProgress implements Progress {

    private static final long BETWEEN = Duration.ofMillis(200).toNanos();
    private static final String OVER = "\r\033[K";

    private long begun;
    private long shown;

    /** Only people watch it: what is kept in a file is the report. */
    @SuppressWarnings("SystemConsoleNull") // Since JDK 25 there is none again without a terminal.
    static Progress ifTerminal() {

        Console console = System.console();
        return console != null && console.isTerminal() ? new TerminalProgress() : Progress.NONE;
    }

    @Override
    public void lists(String service) {
        show(Messages.say("verify.progress.lists", service));
    }

    @Override
    public void reads(long events, long all) {
        long now = System.nanoTime();
        begun = begun == 0 ? now : begun;
        if (now - shown >= BETWEEN) {
            shown = now;
            double seconds = Math.max(1e-3, (now - begun) / 1e9);
            show(
                    Messages.say(
                            "verify.progress.reads",
                            events,
                            all,
                            100 * events / Math.max(1, all),
                            Math.round(events / seconds)));
        }
    }

    @Override
    public void ends() {
        show("");
    }

    private static void show(String text) {
        System.err.print(OVER + text);
        System.err.flush();
    }
}
