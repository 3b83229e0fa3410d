package relais.feed.adapter.http;

import java.util.Optional;
import relais.feed.query.Reader;
import relais.web.Caller;
import relais.web.Role;

/** What a caller may see. */
final class Readers {

    private Readers() {}

    static Reader of(Optional<Caller> caller) {
        return caller.filter(known -> known.has(Role.COMMITTEE)).isPresent()
                ? Reader.COMMITTEE
                : Reader.PUBLIC;
    }
}
