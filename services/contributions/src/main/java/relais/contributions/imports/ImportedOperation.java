package relais.contributions.imports;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.Refusal;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.Stored;

/**
 * One thing that a row may ask for: the call that it stands for, read with that call's own record.
 *
 * @param name such as {@code OPEN_CONTRIBUTION}
 * @param target the field that names the aggregate: {@code ref} if the row creates it
 * @param prefix of the ids that the row's {@code ref} stands for; empty if it creates nothing
 * @param alsoNamed further fields that the call has in its path
 * @param untold fields that leave no digest behind
 * @param where finds the aggregates
 * @param body what the call takes
 * @param call what it does
 */
public record ImportedOperation<B>(
        String name,
        String target,
        String prefix,
        Set<String> alsoNamed,
        Set<String> untold,
        Where where,
        Class<B> body,
        Call<B> call) {

    static final String REF = "ref";

    public ImportedOperation {
        alsoNamed = Set.copyOf(alsoNamed);
        untold = Set.copyOf(untold);
    }

    /** A call, with what its path names. */
    @FunctionalInterface
    public interface Call<B> {
        Result<?> apply(Names names, B body, Request request);
    }

    /** What a row names, references resolved. */
    public interface Names {

        /** The aggregate's id. */
        String id();

        /** A further id of the path; a refusal has come before if there is none. */
        String get(String field);

        /** The id of the part that the row creates. */
        String part();
    }

    /** Where the aggregates of one kind are. */
    @FunctionalInterface
    public interface Where {
        Optional<? extends Stored<?>> find(String id);
    }

    /** The row's {@code ref} becomes the new aggregate. */
    public static <B> ImportedOperation<B> creates(
            String name, String prefix, Where where, Class<B> body, Call<B> call) {
        return new ImportedOperation<>(name, REF, prefix, Set.of(), Set.of(), where, body, call);
    }

    /**
     * The row changes an aggregate.
     *
     * @param target the field that names it
     */
    public static <B> ImportedOperation<B> changes(
            String name, String target, Where where, Class<B> body, Call<B> call) {
        return new ImportedOperation<>(name, target, "", Set.of(), Set.of(), where, body, call);
    }

    /**
     * The operations of one kind of aggregate, each a command to it.
     *
     * @param target the field that names the aggregate
     */
    public record Kind<C>(String target, ChangeAggregate<?, C, ?> aggregates) {

        public <B> ImportedOperation<B> creates(
                String name, String prefix, Class<B> body, BiFunction<String, B, C> command) {
            return ImportedOperation.creates(
                    name,
                    prefix,
                    aggregates::find,
                    body,
                    (names, typed, request) ->
                            aggregates.create(
                                    names.id(), command.apply(names.id(), typed), request));
        }

        /** The body is the command. */
        public <B extends C> ImportedOperation<B> changes(String name, Class<B> command) {
            return changes(name, command, (_, typed) -> typed);
        }

        public <B> ImportedOperation<B> changes(
                String name, Class<B> body, BiFunction<Names, B, C> command) {
            return ImportedOperation.changes(
                    name,
                    target,
                    aggregates::find,
                    body,
                    (names, typed, request) ->
                            aggregates.changeLatest(
                                    names.id(), command.apply(names, typed), request));
        }

        /**
         * It also names a part of the aggregate.
         *
         * @param part the field that names it
         * @param unknown why a row is refused whose part has no such id
         */
        public <I, B> ImportedOperation<B> changesPart(
                String name,
                String part,
                Function<String, Optional<I>> parse,
                String unknown,
                Class<B> body,
                BiFunction<I, B, C> command) {
            Call<B> call =
                    (names, typed, request) -> {
                        I id = parse.apply(names.get(part)).orElse(null);
                        return id == null
                                ? new Result.Refused<>(List.of(Refusal.notFound(part, unknown)))
                                : aggregates.changeLatest(
                                        names.id(), command.apply(id, typed), request);
                    };
            return ImportedOperation.changes(name, target, aggregates::find, body, call)
                    .naming(part);
        }
    }

    /** It also creates a part of the aggregate, which the row's {@code ref} may name. */
    public ImportedOperation<B> withPart(String partPrefix) {
        return new ImportedOperation<>(
                name, target, partPrefix, alsoNamed, untold, where, body, call);
    }

    /** It also names these, by their ids or by reference. */
    public ImportedOperation<B> naming(String... fields) {
        return new ImportedOperation<>(
                name, target, prefix, Set.of(fields), untold, where, body, call);
    }

    /** These fields are not part of what makes it the same row. */
    public ImportedOperation<B> withoutTrace(String... fields) {
        return new ImportedOperation<>(
                name, target, prefix, alsoNamed, Set.of(fields), where, body, call);
    }

    boolean creates() {
        return target.equals(REF);
    }
}
