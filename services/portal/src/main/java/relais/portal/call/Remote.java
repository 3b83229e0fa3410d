package relais.portal.call;

import java.util.List;
import java.util.function.Function;
import relais.portal.api.Listing;

/** A service, by one of its HTTP interfaces. */
public record Remote<A>(Service service, A api, Calls calls) {

    /** Asks and waits, as long as the HTTP interface does. */
    public <T> Answer<T> ask(Function<A, T> question) {
        return calls.ask(service, () -> question.apply(api));
    }

    /** Asks for a list, which is empty if its service did not give it. */
    public <T> List<T> list(Function<A, Listing<T>> question) {
        return ask(question).content().map(Listing::items).orElse(List.of());
    }

    /** Asks and waits for what a page is whole without, such as an entry of its navigation. */
    public <T> Answer<T> askBeside(Function<A, T> question) {
        return calls.askBeside(service, () -> question.apply(api));
    }

    /** Asks without waiting, and is answered within the patience of a page. */
    public <T> Pending<T> start(Function<A, T> question) {
        return calls.start(service, () -> question.apply(api));
    }
}
