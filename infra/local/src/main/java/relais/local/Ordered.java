package relais.local;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import relais.local.message.Problem;

/** Does something for each part, at the same time where the order allows it. */
final class Ordered {

    private Ordered() {}

    /**
     * Returns when all is done; the first failure interrupts the others.
     *
     * @param parts sorted so that a part comes after those it waits for
     * @param before the names of those a part waits for
     */
    static void run(
            List<Part> parts, Function<Part, Collection<String>> before, Consumer<Part> action) {
        CompletableFuture<Object> failure = new CompletableFuture<>();
        Map<String, CompletableFuture<Void>> done = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Part part : parts) {
                CompletableFuture<?>[] awaited =
                        before.apply(part).stream()
                                .map(done::get)
                                .toArray(CompletableFuture<?>[]::new);
                done.put(
                        part.name(),
                        CompletableFuture.allOf(awaited)
                                .thenRunAsync(() -> action.accept(part), threads)
                                .whenComplete(
                                        (_, e) -> {
                                            if (e != null) {
                                                failure.completeExceptionally(e);
                                            }
                                        }));
            }
            CompletableFuture<?>[] all = done.values().toArray(CompletableFuture<?>[]::new);
            try {
                CompletableFuture.anyOf(CompletableFuture.allOf(all), failure).join();
            } catch (CompletionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof Problem problem ? problem : e;
            }
        }
    }
}
