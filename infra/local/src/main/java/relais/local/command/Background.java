package relais.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import relais.local.StackFile;
import relais.local.backbone.Distribution;
import relais.local.message.Messages;
import relais.local.message.Problem;

/**
 * Starts the launcher again as a process of its own, and shows what it says until the stack is
 * ready or has failed.
 */
record Background(Path home, Path log) {

    int start() {
        try {
            Files.createDirectories(log.getParent());
            long shown = Files.exists(log) ? Files.size(log) : 0;
            Process launcher = launch();
            while (launcher.isAlive() && !isReady(launcher.pid())) {
                shown = show(shown);
                Thread.sleep(100);
            }
            show(shown);
            if (launcher.isAlive()) {
                System.out.println(Messages.say("up.background", launcher.pid(), log));
                return 0;
            }
            System.err.println(Messages.say("up.background.failed", log));
            return 1;
        } catch (IOException e) {
            throw Problem.unwritable(home, e);
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "process.interrupted", "relais");
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            // Closing the terminal must not end it.
            command.add("/usr/bin/setsid");
        }
        command.add(Distribution.javaExecutable());
        command.addAll(
                ProcessHandle.current()
                        .info()
                        .arguments()
                        .map(List::of)
                        .orElseThrow(() -> new Problem("up.background.unknown")));
        command.removeIf(argument -> argument.equals("--detach") || argument.equals("-d"));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private boolean isReady(long pid) {
        Optional<StackFile.Content> content = new StackFile(home).read();
        return content.filter(StackFile.Content::ready)
                .filter(found -> found.supervisor() == pid)
                .isPresent();
    }

    private long show(long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            byte[] news = new byte[(int) Math.min(file.length() - from, 1 << 20)];
            file.readFully(news);
            System.out.print(new String(news, StandardCharsets.UTF_8));
            System.out.flush();
            return from + news.length;
        }
    }
}
