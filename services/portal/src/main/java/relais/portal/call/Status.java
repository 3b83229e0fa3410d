package relais.portal.call;

import jakarta.servlet.http.HttpServletResponse;

/** The status of a page that is nothing without one answer. */
public final class Status {

    private Status() {}

    /** That of the service that refused, or 503 if it did not answer; else it stays. */
    public static void set(Answer<?> answer, HttpServletResponse response) {
        switch (answer) {
            case Answer.Ok<?> _ -> {}
            case Answer.Refused<?>(Refusal because) -> response.setStatus(because.status());
            case Answer.Unavailable<?> _ -> response.setStatus(503);
        }
    }
}
