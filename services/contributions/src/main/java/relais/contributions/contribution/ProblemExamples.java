package relais.contributions.contribution;

/** Refusals as callers meet them, for the description of the calls. */
final class ProblemExamples {

    static final String MEDIA = "application/problem+json";
    static final String SCHEMA = "#/components/schemas/Problem";

    static final String FORBIDDEN =
            """
            {"type": "https://relais.example/problems/forbidden", "title": "Access denied",
             "status": 403, "detail": "This account may not do that.",
             "violations": [{"field": "partner", "code": "drafters-only",
               "message": "Only the drafters of this contribution can do this."}],
             "correlationId": "5f0c2d7e"}""";

    static final String NOT_FOUND =
            """
            {"type": "https://relais.example/problems/not-found", "title": "Not found",
             "status": 404, "detail": "“c-3f9c2a” does not exist, or this account may not see it.",
             "correlationId": "5f0c2d7e"}""";

    static final String CONFLICT =
            """
            {"type": "https://relais.example/problems/state-conflict",
             "title": "Request out of place", "status": 409,
             "detail": "The present state does not allow this request; “violations” says why.",
             "violations": [{"field": "status", "code": "only-while-drafting",
               "message": "This contribution is in consultation; this is possible only while it is being drafted."}],
             "correlationId": "5f0c2d7e"}""";

    static final String OUTDATED =
            """
            {"type": "https://relais.example/problems/amendment-outdated",
             "title": "The section has moved", "status": 409,
             "detail": "The section changed after the amendment was written. Send the text you\
             want as “body”, and “against” with the text version that you read: 9.",
             "base": {"textVersion": 4, "heading": "Usages", "body": "Un poste par classe."},
             "current": {"textVersion": 9, "heading": "Usages", "body": "Deux postes par classe."},
             "proposed": {"heading": "Usages", "body": "Un poste par élève."},
             "merged": {"text": "Deux postes par élève.", "conflicts": 0},
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
             "violations": [{"field": "title", "code": "required",
               "message": "This value is required."}],
             "correlationId": "5f0c2d7e"}""";

    static final String VERSION_REQUIRED =
            """
            {"type": "https://relais.example/problems/version-required",
             "title": "Version required", "status": 428,
             "detail": "To change this, give the version you read in the If-Match header, for\
             example \\"3\\".",
             "correlationId": "5f0c2d7e"}""";

    private ProblemExamples() {}
}
