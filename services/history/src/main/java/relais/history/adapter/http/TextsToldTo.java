package relais.history.adapter.http;

import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import relais.history.catchup.HiddenTexts;
import relais.web.Caller;
import relais.web.Role;

/** Whose texts a caller is not told: none for operators, who answer for the log as it is. */
@Component
final class TextsToldTo {

    private final HiddenTexts hidden;

    TextsToldTo(HiddenTexts hidden) {
        this.hidden = hidden;
    }

    /** Ids of aggregates, as the log stands now. */
    Predicate<String> hiddenFrom(Caller caller) throws InterruptedException {
        return isWhole(caller) ? _ -> false : hidden()::contains;
    }

    /** What not everyone may read, whoever asks. */
    Set<String> hidden() throws InterruptedException {
        return hidden.now();
    }

    static boolean isWhole(Caller caller) {
        return caller.has(Role.OPERATOR);
    }
}
