package relais.acceptance;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lends each class of tests a stack for itself while it runs, so that two classes run side by side
 * although each may stop a process or count events. JUnit finds it by {@code META-INF/services}.
 */
public final class Stacks implements BeforeAllCallback, AfterAllCallback {

    /** As many as classes run at a time. Each takes some 3 GB. */
    private static final int MOST = 2;

    private static final long MINUTES_OF_A_CLASS = 15;

    private static final BlockingQueue<Stack> FREE = new LinkedBlockingQueue<>();
    private static final AtomicInteger STARTED = new AtomicInteger();

    /** Threads that a test starts see the stack of their class, too. */
    private static final ThreadLocal<@Nullable Stack> LENT = new InheritableThreadLocal<>();

    @Override
    public void beforeAll(ExtensionContext context) throws InterruptedException {
        LENT.remove();
        if (context.getRequiredTestClass().getSimpleName().endsWith("IT")) {
            Stack free = FREE.poll();
            LENT.set(free == null ? another() : free);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Stack stack = LENT.get();
        if (stack != null) {
            FREE.add(stack);
        }
        LENT.remove();
    }

    static Stack lent() {
        Stack stack = LENT.get();
        if (stack == null) {
            throw new IllegalStateException("No class of tests runs in this thread");
        }
        return stack;
    }

    private static Stack another() throws InterruptedException {
        if (STARTED.incrementAndGet() <= (Stack.isOfOthers() ? 1 : MOST)) {
            return start();
        }
        STARTED.decrementAndGet();
        Stack free = FREE.poll(MINUTES_OF_A_CLASS, TimeUnit.MINUTES);
        if (free == null) {
            throw new IllegalStateException("No stack became free");
        }
        return free;
    }

    private static Stack start() {
        boolean started = false;
        try {
            Stack stack = Stack.start();
            started = true;
            return stack;
        } finally {
            if (!started) {
                STARTED.decrementAndGet();
            }
        }
    }
}
