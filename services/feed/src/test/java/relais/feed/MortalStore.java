package relais.feed;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database as a process sees it that is killed after so many writes: also in the middle of a bulk
 * write, of which the store then has the first ones. After that nothing answers any more.
 */
final class MortalStore {

    private int writesLeft;

    MortalStore(int writesLeft) {
        this.writesLeft = writesLeft;
    }

    /** What the process notices of its end, which is nothing. */
    static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    MongoDatabase of(MongoDatabase database) {
        return proxy(MongoDatabase.class, database);
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> call(real, method, arguments)));
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (writesLeft < 0) {
            throw new Killed();
        }
        switch (method.getName()) {
            case "getCollection", "withCodecRegistry", "withDocumentClass" -> {
                return proxy(
                        MongoCollection.class,
                        Objects.requireNonNull(invoke(real, method, arguments)));
            }
            case "updateMany" -> spend(1);
            case "bulkWrite", "insertMany" -> {
                List<?> writes = (List<?>) Objects.requireNonNull(arguments)[0];
                int left = writesLeft;
                if (writes.size() > left) {
                    writesLeft = -1;
                    if (left > 0) {
                        Object[] first = arguments.clone();
                        first[0] = writes.subList(0, left);
                        begin(real, method, first);
                    }
                    throw new Killed();
                }
                spend(writes.size());
            }
            default -> {}
        }
        return invoke(real, method, arguments);
    }

    /** What is there already may be refused, and the process does not live to hear of it. */
    private static void begin(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            invoke(real, method, arguments);
        } catch (MongoBulkWriteException refused) {
            if (!refused.getWriteErrors().stream()
                    .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw refused;
            }
        }
    }

    private void spend(int writes) {
        writesLeft -= writes;
        if (writesLeft < 0) {
            throw new Killed();
        }
    }

    private static @Nullable Object invoke(
            Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw Objects.requireNonNull(failed.getCause());
        }
    }
}
