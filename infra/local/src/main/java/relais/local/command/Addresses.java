package relais.local.command;

import relais.local.Part;
import relais.local.StackSettings;
import relais.local.message.Messages;

/** Where each part listens, one a line. */
record Addresses(StackSettings settings) {

    String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : Part.processes()) {
            int port = settings.ports().of(part.name());
            String address =
                    switch (part.name()) {
                        case "kafka" -> "localhost:" + port;
                        case "mongodb" -> settings.mongoAddress();
                        default -> "http://localhost:" + port;
                    };
            text.append("  %-13s %s%n".formatted(part.name(), address));
        }
        return text.toString();
    }

    /** What a newcomer needs once the stack is ready: pages, accounts, and three lines to paste. */
    String welcome() {
        return Messages.say(
                "welcome.text",
                text(),
                settings.ports().of("feed"),
                settings.ports().of("experiences"),
                settings.ports().of("identity"),
                "http://localhost:" + settings.ports().of("portal"));
    }
}
