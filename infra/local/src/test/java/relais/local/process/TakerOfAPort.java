package relais.local.process;

import java.util.concurrent.TimeUnit;

/** Takes a port, says which on standard output, and waits to be killed. */
final class TakerOfAPort {

    private TakerOfAPort() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(FreePorts.take(1).getFirst());
        TimeUnit.MINUTES.sleep(10);
    }
}
