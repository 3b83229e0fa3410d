package relais.contributions.imports;

import java.util.Set;
import relais.aggregates.Aggregates;
import relais.aggregates.Request;
import relais.aggregates.Result;

/**
 * One thing that a row may ask for: the call that it stands for, read with that call's own record.
 *
 * @param name such as {@code OPEN_CONTRIBUTION}
 * @param target the field that names the aggregate: {@code ref} if the row creates it
 * @param prefix of the ids that the row's {@code ref} stands for; empty if it creates nothing
 * @param alsoNamed further fields that the call has in its path
 * @param untold fields that leave no digest behind
 * @param where the aggregates are
 * @param body what the call takes
 * @param call what it does
 */
public record ImportedOperation<B>(
        String name,
        String target,
        String prefix,
        Set<String> alsoNamed,
        Set<String> untold,
        Aggregates<?, ?> where,
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

    /** The row's {@code ref} becomes the new aggregate. */
    public static <B> ImportedOperation<B> creates(
            String name, String prefix, Aggregates<?, ?> where, Class<B> body, Call<B> call) {
        return new ImportedOperation<>(name, REF, prefix, Set.of(), Set.of(), where, body, call);
    }

    /**
     * The row changes an aggregate.
     *
     * @param target the field that names it
     */
    public static <B> ImportedOperation<B> changes(
            String name, String target, Aggregates<?, ?> where, Class<B> body, Call<B> call) {
        return new ImportedOperation<>(name, target, "", Set.of(), Set.of(), where, body, call);
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
