package relais.portal.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * What an issuer says of a person as a signed JWT ({@code application/jwt}), which OpenID Connect
 * allows beside JSON and ProConnect always answers. It is believed only with the issuer's
 * signature, and when it is for this portal.
 */
final class SignedUserInfo extends AbstractSmartHttpMessageConverter<Map<String, Object>> {

    /** Some kilobytes are usual; nobody fills the memory with it. */
    private static final int LONGEST = 64 * 1024;

    private final JwtDecoder decoder;

    SignedUserInfo(JwtDecoder decoder) {
        super(new MediaType("application", "jwt"));
        this.decoder = decoder;
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType media) {
        return Map.class.isAssignableFrom(type.toClass()) && canRead(media);
    }

    @Override
    public Map<String, Object> read(
            ResolvableType type, HttpInputMessage answer, @Nullable Map<String, Object> hints)
            throws IOException {
        byte[] token = answer.getBody().readNBytes(LONGEST);
        try {
            return decoder.decode(new String(token, StandardCharsets.US_ASCII).strip()).getClaims();
        } catch (JwtException forged) {
            throw new HttpMessageNotReadableException(
                    "The issuer's word on a person is not to be believed", forged, answer);
        }
    }

    @Override
    public boolean canWrite(ResolvableType type, Class<?> body, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected void writeInternal(
            Map<String, Object> claims,
            ResolvableType type,
            HttpOutputMessage message,
            @Nullable Map<String, Object> hints) {
        throw new HttpMessageNotWritableException("Only issuers sign");
    }
}
