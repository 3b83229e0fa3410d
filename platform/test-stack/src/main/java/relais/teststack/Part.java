package relais.teststack;

/** One server of the stack; it keeps its port and its data from one start to the next. */
interface Part {

    /** How it runs, in words. */
    String description();

    /** Returns when it can serve; does nothing if it runs. */
    void start();

    /** Returns when it is gone; does nothing if it does not run. */
    void stop();

    /** Ends it at once and for good: nobody will need its data. */
    void end();
}
