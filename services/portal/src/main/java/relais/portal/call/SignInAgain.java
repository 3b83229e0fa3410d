package relais.portal.call;

/** A service no longer accepts the person's token: they have to sign in again. */
public final class SignInAgain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SignInAgain() {
        super("The token is not accepted any more");
    }
}
