package relais.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program ready to be started.
 *
 * @param name how people and log files call it
 * @param environment what is added to this process's environment
 */
public record Program(
        String name, List<String> command, Map<String, String> environment, Path directory) {

    public Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The same with variables that replace or complete its own. */
    public Program with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Program(name, command, all, directory);
    }

    /**
     * The same with options of the Java virtual machine that come after its own: of two that say
     * the same it takes the last.
     */
    public Program withJvmOptions(List<String> options) {
        List<String> all = new ArrayList<>(command);
        all.addAll(endOfOptions(), options);
        return new Program(name, all, environment, directory);
    }

    /** What follows is the class path or the jar, the main class and its arguments. */
    private int endOfOptions() {
        for (int i = 1; i < command.size(); i++) {
            if (command.get(i).equals("-cp") || command.get(i).equals("-jar")) {
                return i;
            }
        }
        throw new IllegalStateException(name + " is not started by java: " + command);
    }
}
