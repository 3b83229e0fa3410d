package relais.local.process;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Kills the children when this process dies, however it dies. A shell reads {@code + <pid>} and
 * {@code - <pid>} lines from a pipe whose other end is here: even after SIGKILL the system closes
 * the pipe, and the shell then ends what is left.
 */
final class Guardian {

    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            pids=' '
            left() { for p in $pids; do kill -0 "$p" && return 0; done; return 1; }
            while read -r sign pid; do
              case $sign in
                +) pids="$pids$pid " ;;
                -) case $pids in
                     *" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;;
                   esac ;;
              esac
            done
            [ "$pids" = ' ' ] && exit 0
            kill -TERM $pids
            n=0
            while [ $n -lt 50 ] && left; do n=$((n+1)); sleep 0.1; done
            left && kill -KILL $pids
            """;

    private final BufferedWriter pipe;

    private Guardian(BufferedWriter pipe) {
        this.pipe = pipe;
    }

    static Guardian start() {
        List<String> command = new ArrayList<>(Sessions.detached());
        command.addAll(List.of("sh", "-c", SCRIPT, "relais-guardian"));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return new Guardian(process.outputWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void watch(long pid) {
        tell("+ " + pid);
    }

    synchronized void forget(long pid) {
        tell("- " + pid);
    }

    private void tell(String line) {
        try {
            pipe.write(line);
            pipe.newLine();
            pipe.flush();
        } catch (IOException e) {
            // The guardian was killed by somebody: the children are still stopped by the ordinary
            // way out.
        }
    }
}
