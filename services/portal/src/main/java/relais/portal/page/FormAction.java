package relais.portal.page;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import relais.portal.call.Answer;
import relais.portal.call.Change;
import relais.portal.call.Changes;
import relais.portal.call.Service;
import relais.portal.call.Written;
import relais.portal.form.Form;
import relais.portal.form.Hidden;
import relais.portal.form.KeptForms;
import relais.portal.form.Typed;

/**
 * A form as data: where it is, what its page shows, what is sent, and what is said afterwards. What
 * is not accepted is shown again on the same page, with the violations beside their fields.
 *
 * @param <S> what the page is about
 */
public final class FormAction<S> {

    final String address;
    private final String template;
    private final Subject<S> subject;
    private BiFunction<Exchange, Typed, Change> change =
            (_, _) -> {
                throw new IllegalStateException("A form that sends nothing");
            };
    private boolean shown = true;
    private boolean keyed;
    private BiFunction<Exchange, Optional<S>, Typed> begin = (_, _) -> Typed.nothing();
    private BiFunction<Typed, Form, Form> mend = (_, form) -> form;
    private Completion<S> completion = (_, _, _) -> {};
    private BiFunction<Exchange, Optional<S>, Optional<String>> instead =
            (_, _) -> Optional.empty();
    private After after = (_, _, _) -> "redirect:/";

    /** The address is that of the page, with variables. */
    public FormAction(String address, String template, Subject<S> subject) {
        this.address = address;
        this.template = template;
        this.subject = subject;
    }

    /** What pages are about, and the service that has it. */
    public interface Subject<S> {

        Service service();

        /** Reads it, or {@link NotFound}, and shows it; empty if the service did not answer. */
        Optional<S> show(Exchange exchange);

        /** The form that is about the version shown, also after somebody else was faster. */
        default Typed seen(Typed typed, S shown) {
            return typed;
        }

        /** Sends a change of the version that was seen. */
        default Answer<Written> send(
                Exchange exchange,
                Typed typed,
                Change change,
                Changes changes,
                @Nullable String key) {
            return changes.send(
                    service(), change, exchange.variables(), Hidden.ifMatch(typed), key);
        }

        /** What became of a form that was not accepted. */
        default Form refused(
                Exchange exchange, Typed typed, Answer<Written> answer, Optional<S> now) {
            return Form.after(typed, answer);
        }
    }

    /** What has a version that a page shows; 0 if not whole: nothing can be decided about it. */
    public record Versioned<S>(
            Service service, Function<Exchange, Optional<S>> read, ToLongFunction<S> version)
            implements Subject<S> {

        @Override
        public Optional<S> show(Exchange exchange) {
            return read.apply(exchange);
        }

        @Override
        public Typed seen(Typed typed, S shown) {
            long seen = version.applyAsLong(shown);
            return seen == 0 ? typed : Hidden.seeing(typed, seen);
        }
    }

    /** The subject of a form that makes something new: there is nothing yet to read. */
    public record New(Service service) implements Subject<Exchange> {

        @Override
        public Optional<Exchange> show(Exchange exchange) {
            return Optional.of(exchange);
        }

        @Override
        public Answer<Written> send(
                Exchange exchange,
                Typed typed,
                Change change,
                Changes changes,
                @Nullable String key) {
            return changes.send(service, change, exchange.variables(), null, key);
        }
    }

    @FunctionalInterface
    public interface Completion<S> {
        void add(Exchange exchange, Optional<S> shown, Form form);
    }

    @FunctionalInterface
    public interface After {
        String next(Exchange exchange, Typed typed, Written written);
    }

    public FormAction<S> sends(BiFunction<Exchange, Typed, Change> made) {
        change = made;
        return this;
    }

    public FormAction<S> posts(String path, Function<Typed, Object> body) {
        return sends((_, typed) -> Change.post(path, body.apply(typed)));
    }

    public FormAction<S> posts(String path, String... fields) {
        return posts(path, typed -> typed.body(fields));
    }

    public FormAction<S> puts(String path, Function<Typed, Object> body) {
        return sends((_, typed) -> Change.put(path, body.apply(typed)));
    }

    /** It has no page of its own: it stands on that of another one. */
    public FormAction<S> onAnotherPage() {
        shown = false;
        return this;
    }

    /** It creates something, once however often it is sent. */
    public FormAction<S> keyed() {
        keyed = true;
        return this;
    }

    /** What its fields hold before anything is typed. */
    public FormAction<S> begins(BiFunction<Exchange, S, Typed> with) {
        return beginsAnyway(
                (exchange, shown) ->
                        shown.map(it -> with.apply(exchange, it)).orElse(Typed.nothing()));
    }

    /** The same, also where what the page is about is unreachable. */
    public FormAction<S> beginsAnyway(BiFunction<Exchange, Optional<S>, Typed> with) {
        begin = with;
        return this;
    }

    /** Another page in the place of an empty form. */
    public FormAction<S> unless(BiFunction<Exchange, Optional<S>, Optional<String>> other) {
        instead = other;
        return this;
    }

    /** What becomes of a form that was refused. */
    public FormAction<S> mends(BiFunction<Typed, Form, Form> how) {
        mend = how;
        return this;
    }

    public FormAction<S> shows(Completion<S> besides) {
        completion = besides;
        return this;
    }

    public FormAction<S> then(After next) {
        after = next;
        return this;
    }

    /** What is said afterwards, where, and of which field's words; none if that is empty. */
    public FormAction<S> says(String key, String about, String next) {
        return says(key, about, _ -> next);
    }

    public FormAction<S> says(String key, String about, Function<Written, String> next) {
        return then(
                (exchange, typed, written) ->
                        exchange.done(key, typed.text(about), next.apply(written)));
    }

    boolean isShown() {
        return shown;
    }

    String open(Exchange exchange, KeptForms forms) {
        Optional<S> found = subject.show(exchange);
        Optional<String> other = instead.apply(exchange, found);
        if (other.isPresent()) {
            return other.get();
        }
        Typed begun = begin.apply(exchange, found);
        return show(
                exchange,
                forms.begin(exchange.request(), keyed ? Hidden.creating(begun) : begun),
                found);
    }

    String send(Exchange exchange, Changes changes) {
        Typed typed = exchange.typed();
        String key = keyed ? Hidden.key(typed) : null;
        Change made = change.apply(exchange, typed);
        Answer<Written> answer = subject.send(exchange, typed, made, changes, key);
        if (answer.isOk()) {
            return after.next(exchange, typed, answer.value());
        }
        Optional<S> now = subject.show(exchange);
        Form form = subject.refused(exchange, typed, answer, now);
        return show(exchange, mend.apply(typed, keyed ? Hidden.again(form) : form), now);
    }

    /** The page with what was typed, without sending it. */
    public String show(Exchange exchange) {
        return show(exchange, Form.of(exchange.typed()), subject.show(exchange));
    }

    private String show(Exchange exchange, Form form, Optional<S> found) {
        exchange.show(found.map(it -> form.with(subject.seen(form.typed(), it))).orElse(form));
        completion.add(exchange, found, form);
        return template;
    }
}
