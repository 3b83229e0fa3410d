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

    /** The same with options that come first, so that a later one of the program wins. */
    public Program withJvmOptions(List<String> options) {
        List<String> all = new ArrayList<>(command);
        all.addAll(1, options);
        return new Program(name, all, environment, directory);
    }
}
