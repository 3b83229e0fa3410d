package relais.notices.follower;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who follows. A hash of the issuer and the subject of the token: whoever reads this database alone
 * cannot say whose account it is.
 */
public record FollowerId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("u-[0-9a-f]{32}");
    private static final int HEX_DIGITS = 32;

    public FollowerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the id of a follower: " + value);
        }
    }

    /**
     * @param issuer {@code iss} of the token
     * @param subject {@code sub} of the token
     */
    public static FollowerId of(String issuer, String subject) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((issuer + "|" + subject).getBytes(UTF_8));
            return new FollowerId("u-" + HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
