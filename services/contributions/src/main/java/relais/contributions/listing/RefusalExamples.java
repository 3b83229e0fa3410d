package relais.contributions.listing;

/** Refusals as callers meet them, for the description of the calls. */
public final class RefusalExamples {

    public static final String MEDIA = "application/problem+json";
    public static final String SCHEMA = "#/components/schemas/Problem";

    static final String FORBIDDEN =
            """
            {"type": "https://relais.example/problems/forbidden", "title": "Access denied",
             "status": 403, "detail": "This account may not do that.",
             "violations": [{"field": "roles", "code": "committee-only",
               "message": "Only the national committee's secretariat can do this: ask it."}],
             "correlationId": "5f0c2d7e"}""";

    static final String NOT_FOUND =
            """
            {"type": "https://relais.example/problems/not-found", "title": "Not found",
             "status": 404, "detail": "This does not exist, or this account may not see it.",
             "correlationId": "5f0c2d7e"}""";

    static final String CONFLICT =
            """
            {"type": "https://relais.example/problems/state-conflict",
             "title": "Request out of place", "status": 409,
             "detail": "The present state does not allow this request; “violations” says why.",
             "violations": [{"field": "status", "code": "action-completed",
               "message": "This action is completed: plan another one for what remains."}],
             "correlationId": "5f0c2d7e"}""";

    static final String STALE =
            """
            {"type": "https://relais.example/problems/stale-version", "title": "Stale version",
             "status": 412, "detail": "You gave version 6; the current version is 7. Read again, then retry.",
             "currentVersion": 7, "correlationId": "5f0c2d7e"}""";

    static final String REFUSED =
            """
            {"type": "https://relais.example/problems/rule-refused", "title": "Request refused",
             "status": 422,
             "detail": "Some values are against a rule; “violations” says which, and what to do.",
             "violations": [{"field": "dueOn", "code": "date-between",
               "message": "A date from 2026-01-15 to 2056-01-15 is expected."}],
             "correlationId": "5f0c2d7e"}""";

    static final String VERSION_REQUIRED =
            """
            {"type": "https://relais.example/problems/version-required",
             "title": "Version required", "status": 428,
             "detail": "To change this, give the version you read in the If-Match header, for\
             example \\"3\\".",
             "correlationId": "5f0c2d7e"}""";

    private RefusalExamples() {}
}
