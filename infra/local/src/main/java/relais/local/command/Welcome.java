package relais.local.command;

import relais.local.StackSettings;
import relais.local.message.Messages;

/**
 * What a newcomer needs once the stack is ready: where the pages are, addresses, accounts, and
 * three lines to paste.
 */
record Welcome(StackSettings settings) {

    String text() {
        return Messages.say(
                "welcome.text",
                new Addresses(settings).text(),
                settings.ports().of("feed"),
                settings.ports().of("experiences"),
                settings.ports().of("identity"),
                "http://localhost:" + settings.ports().of("portal"));
    }
}
