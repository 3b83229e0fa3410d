package relais.web;

import org.springframework.web.util.DisconnectedClientHelper;

/**
 * A caller that has closed its connection: nobody is left to be answered.
 *
 * <p>Spring goes by what the innermost exception says, such as <em>Broken pipe</em>, and knows
 * which exceptions of Spring are about another connection; the driver's are not among them. A write
 * to a store that has just gone away would else be answered with an empty 200.
 */
public final class ClientGone {

    private ClientGone() {}

    public static boolean isBehind(Throwable exception) {
        return DisconnectedClientHelper.isClientDisconnectedException(exception)
                && !StoreOutage.isBehind(exception);
    }
}
