package relais.history.adapter.http;

import org.springframework.stereotype.Component;
import relais.history.replay.Replay;
import relais.history.replay.Replays;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Role;

/** Who may see which replay: their own, operators all. */
@Component
final class ReplayAccess {

    private final Replays replays;

    ReplayAccess(Replays replays) {
        this.replays = replays;
    }

    static void require(Caller caller) {
        caller.require(Role.ANALYST, Role.COMMITTEE, Role.OPERATOR);
    }

    /**
     * @throws relais.web.ProblemException 403, or 404 if there is none that the caller may see
     */
    Replay find(String id, Caller caller) {
        require(caller);
        return replays.find(id)
                .filter(
                        replay ->
                                caller.has(Role.OPERATOR)
                                        || replay.account().equals(caller.actor()))
                .orElseThrow(() -> Problem.notFound(id).exception());
    }
}
