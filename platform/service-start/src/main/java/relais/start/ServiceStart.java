package relais.start;

import org.springframework.context.SmartLifecycle;

/**
 * What must be true before a service's first request, and stays so until its last: it starts before
 * the web server and stops after it.
 */
public abstract class ServiceStart implements SmartLifecycle {
    private volatile boolean running;

    /**
     * Opens what requests need, in the order in which it is needed.
     *
     * @throws CannotStart if the service cannot do without what is missing
     */
    protected abstract void open();

    /** Closes it again, in the opposite order. */
    protected abstract void close();

    @Override
    public final void start() {
        open();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
        close();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    /** Below that of the web server: started before it, stopped after it. */
    @Override
    public final int getPhase() {
        return 0;
    }
}
