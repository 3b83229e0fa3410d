package relais.notices.follower;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import relais.web.Caller;
import relais.web.ProblemException;
import relais.web.Role;

/** Who makes the request: the account, where other services only want to know the mandate. */
@Component
public record CurrentFollower(MongoFollowers followers, Clock clock) {

    /**
     * The follower of this request.
     *
     * @throws ProblemException 401 without a token
     */
    public FollowerId id() {
        if (SecurityContextHolder.getContext().getAuthentication()
                instanceof JwtAuthenticationToken token) {
            Jwt jwt = token.getToken();
            return FollowerId.of(
                    String.valueOf(jwt.getClaimAsString("iss")), String.valueOf(jwt.getSubject()));
        }
        throw new ProblemException(HttpStatus.UNAUTHORIZED, "authentication-required");
    }

    /** Whether the issuer of the token says that an address of mail is the caller's. */
    public boolean isVouchedFor(String address) {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken token
                && address.equalsIgnoreCase(token.getToken().getClaimAsString("email"))
                && Boolean.TRUE.equals(token.getToken().getClaimAsBoolean("email_verified"));
    }

    /** The same with what is known of them; notes the visit. */
    public Follower visiting(Caller caller) {
        boolean acts = caller.has(Role.PARTNER) || caller.has(Role.COMMITTEE);
        return followers.visited(
                id(), acts ? caller.partnerId() : null, caller.actor(), clock.instant());
    }
}
