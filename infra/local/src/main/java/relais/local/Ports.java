package relais.local;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import relais.local.message.Problem;
import relais.local.process.FreePorts;

/** The port of each part, by its name. */
public record Ports(Map<String, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /** The default ports, changed as {@code RELAIS_<NAME>_PORT} says. */
    public static Ports of(Map<String, String> environment) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Part> owners = new HashMap<>();
        for (Part part : Part.processes()) {
            int port = port(part, environment.getOrDefault(part.portVariable(), ""));
            Part other = owners.put(port, part);
            if (other != null) {
                throw new Problem("port.twice", port, other.portVariable(), part.portVariable());
            }
            numbers.put(part.name(), port);
        }
        return new Ports(numbers);
    }

    /** Ports that nobody uses. */
    public static Ports free() {
        List<Part> parts = Part.processes();
        Iterator<Integer> free = FreePorts.take(parts.size()).iterator();
        Map<String, Integer> numbers = new HashMap<>();
        parts.forEach(part -> numbers.put(part.name(), free.next()));
        return new Ports(numbers);
    }

    public int of(String part) {
        Integer port = numbers.get(part);
        if (port == null) {
            throw new Problem("part.unknown", part, numbers.keySet());
        }
        return port;
    }

    private static int port(Part part, String value) {
        if (value.isBlank()) {
            return part.defaultPort();
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message.
        }
        throw new Problem("port.invalid", part.portVariable(), value);
    }
}
