package relais.aggregates.http;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;
import relais.web.Caller;
import relais.web.ConditionalCall;
import relais.web.Problem;
import relais.web.Reservation;
import relais.web.Versions;

/** Turns results into answers. */
public final class Answers {

    private Answers() {}

    /** See {@link #result}. */
    public static <S, C, B> ResponseEntity<B> changed(
            ChangeAggregate<S, C, ?> aggregates,
            String id,
            C command,
            ConditionalCall call,
            Function<Stored<S>, B> body) {
        return changed(result(aggregates, id, command, call), body);
    }

    /**
     * The header is read first: a call without a version is refused for that, whatever the rest.
     */
    public static <S, C> Result<S> result(
            ChangeAggregate<S, C, ?> aggregates, String id, C command, ConditionalCall call) {
        @Nullable Long version = call.version();
        return aggregates.change(id, version, command, Request.now(Callers.actor(call.caller())));
    }

    public static <S, B> ResponseEntity<B> changed(Result<S> result, Function<Stored<S>, B> body) {
        Stored<S> stored = done(result);
        return ResponseEntity.ok().eTag(Versions.etag(stored.version())).body(body.apply(stored));
    }

    /**
     * Creates an aggregate under the id that was set aside for it, and answers it.
     *
     * @param path of the collection, such as {@code /contributions}
     */
    public static <S, C, B> ResponseEntity<B> created(
            String path,
            ChangeAggregate<S, C, ?> aggregates,
            Reservation reserved,
            C creation,
            Caller caller,
            Function<Stored<S>, B> body) {
        Request request = Request.now(Callers.actor(caller));
        return created(
                path,
                reserved.first()
                        ? aggregates.createNew(reserved.id(), creation, request)
                        : aggregates.create(reserved.id(), creation, request),
                body);
    }

    /** What is there as it is, with its version as the ETag; else the problem that says so. */
    public static <S> ResponseEntity<Stored<S>> found(String id, Optional<Stored<S>> found) {
        Stored<S> stored = found.orElseThrow(() -> Problem.notFound(id).exception());
        return ResponseEntity.ok().eTag(Versions.etag(stored.version())).body(stored);
    }

    /**
     * 201 also when the same request had created it before: the caller asked for nothing else.
     *
     * @param path of the collection, such as {@code /contributions}
     */
    public static <S, B> ResponseEntity<B> created(
            String path, Result<S> result, Function<Stored<S>, B> body) {
        Stored<S> stored = done(result);
        return createdAt(path + "/" + stored.id(), stored, body);
    }

    /**
     * What a change created inside an aggregate.
     *
     * @param location of the new part
     */
    public static <S, B> ResponseEntity<B> createdPart(
            String location, Result<S> result, Function<Stored<S>, B> body) {
        return createdAt(location, done(result), body);
    }

    private static <S, B> ResponseEntity<B> createdAt(
            String location, Stored<S> stored, Function<Stored<S>, B> body) {
        return ResponseEntity.created(URI.create(location))
                .eTag(Versions.etag(stored.version()))
                .body(body.apply(stored));
    }

    /** What is there after the change, or the problem that says why there was none. */
    public static <S> Stored<S> done(Result<S> result) {
        return switch (result) {
            case Result.Done<S> done -> done.stored();
            case Result.Refused<S> refused ->
                    throw RefusalProblems.of(refused.refusals()).exception();
            case Result.Stale<S> stale ->
                    throw Versions.stale(stale.expected(), stale.current()).exception();
            case Result.Missing<S> missing -> throw Problem.notFound(missing.id()).exception();
        };
    }
}
