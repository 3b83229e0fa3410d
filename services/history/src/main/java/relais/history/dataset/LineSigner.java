package relais.history.dataset;

/** Signs the lines of the digest, so that others know whose they are. */
public interface LineSigner {

    /**
     * A JWS in compact form (RFC 7515). Its payload is the line, and its header names the public
     * key.
     *
     * @throws IllegalStateException with the file's name if the key cannot be read or made
     */
    String sign(String line);
}
