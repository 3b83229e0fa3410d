package relais.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * The address that a request counts for. It is that of the connection, or what a proxy says that
 * the deployment trusts ({@code server.tomcat.remoteip.internal-proxies}): Tomcat sees to that.
 */
record CallerAddress(List<IpAddressMatcher> apart) {

    /** Of eight groups: a network gives one subscriber so many addresses. */
    private static final int GROUPS_OF_A_SUBSCRIBER = 4;

    static CallerAddress apartFrom(List<String> addresses) {
        return new CallerAddress(addresses.stream().map(IpAddressMatcher::new).toList());
    }

    /** Null for one that is not counted. */
    @Nullable String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return apart.stream().anyMatch(known -> known.matches(address)) ? null : counted(address);
    }

    private static String counted(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] halves = address.split("::", 2);
        String[] groups = halves[0].split(":", -1);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < Math.min(groups.length, GROUPS_OF_A_SUBSCRIBER); i++) {
            prefix.append(groups[i]).append(':');
        }
        return prefix.append(":/64").toString();
    }
}
