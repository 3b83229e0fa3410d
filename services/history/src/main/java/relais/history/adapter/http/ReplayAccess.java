package relais.history.adapter.http;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.history.replay.OutdatedReplays;
import relais.history.replay.Product;
import relais.history.replay.Replay;
import relais.history.replay.ReplayState;
import relais.history.replay.Replays;
import relais.web.Caller;
import relais.web.Problem;
import relais.web.Role;

/**
 * Who may see which replay: their own, operators all. What an operator had made is for operators
 * alone, since it tells all.
 */
@Component
record ReplayAccess(Replays replays, OutdatedReplays outdated) {

    private static final String RETRY_AFTER_SECONDS = "2";

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
                                        || (replay.account().equals(caller.actor())
                                                && !replay.whole()))
                .orElseThrow(() -> Problem.notFound(id).exception());
    }

    /**
     * What it made.
     *
     * @throws relais.web.ProblemException 409 if it is not ready, or tells what was withdrawn since
     */
    Product ready(Replay replay) throws InterruptedException {
        Product product = replay.course().product();
        if (replay.state() != ReplayState.READY || product == null) {
            Problem notReady =
                    Problem.of(HttpStatus.CONFLICT, "replay-not-ready", replay.state().name());
            throw (ReplayState.UNFINISHED.contains(replay.state())
                            ? notReady.withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                            : notReady)
                    .exception();
        }
        if (outdated.isOutdated(replay)) {
            throw Problem.of(HttpStatus.CONFLICT, "replay-outdated").exception();
        }
        return product;
    }
}
