package relais.portal;

/** JSON as the services answer it, with everything that a page shows. */
final class Example {

    private Example() {}

    /** An entry of the feed; {@code #} stands for what people typed. */
    static String entry(String typed) {
        return """
        {"id": "x-1:2", "type": "ExperiencePublished", "at": "2016-03-08T09:00:00Z", "summary": "#summary",
         "kind": "EXPERIENCE", "partner": {"id": "p-1", "name": "#partner"}, "by": null,
         "territory": {"id": "commune:25056", "name": "#territory"},
         "card": {"id": "x-1", "version": 2, "status": "PUBLISHED", "title": "#title", "preview": "#preview",
                  "level": "ECOLE", "axes": ["USES"], "tags": ["#tag"]},
         "note": "#note", "archive": false, "textHidden": false},
        {"id": "x-1:3", "type": "ExperienceEndorsed", "at": "2016-03-09T09:00:00Z", "summary": "#said",
         "kind": "EXPERIENCE", "partner": {"id": "p-1", "name": "#partner"}, "by": {"id": "p-2", "name": "#by"},
         "territory": {"id": "commune:25056", "name": "#territory"},
         "card": {"id": "x-1", "version": 3, "status": "PUBLISHED", "title": "#title", "axes": [], "tags": []},
         "archive": false, "textHidden": false}"""
                .replace("#", typed);
    }

    static String feed(String typed) {
        return "{\"items\": [" + entry(typed) + "], \"nextCursor\": \"CURSOR\"}";
    }

    static String facets(String typed) {
        return """
        {"kind": [{"value": "EXPERIENCE", "count": 12}], "status": [{"value": "PUBLISHED", "count": 12}],
         "axis": [{"value": "USES", "count": 9}, {"value": "SUPPORT", "count": 3}, {"value": "#axis", "count": 1}],
         "level": [{"value": "ECOLE", "count": 7}],
         "region": [{"value": "region:27", "name": "#region", "count": 5}],
         "departement": [{"value": "departement:25", "name": "Doubs", "count": 4},
                         {"value": "departement:45", "name": "Loiret", "count": 1}]}"""
                .replace("#", typed);
    }

    /** A card's head, and the details of its kind after it. */
    private static String card(String kind, String details, String typed) {
        return """
        {"id": "c-1", "version": 3, "kind": "%s", "status": "PUBLISHED", "title": "#title", "preview": "#preview",
         "partner": {"id": "p-1", "name": "#partner"}, "territory": {"id": "commune:25056", "name": "#territory"},
         "level": "ECOLE", "axes": ["USES"], "tags": ["#tag"], "createdAt": "2016-01-01T09:00:00Z",
         "publishedAt": "2016-01-02T09:00:00Z", "updatedAt": "2016-03-08T09:00:00Z", "archive": false,
         "textHidden": false, "reason": "#reason", "endorsementCount": 1, "adoptions": 0, "adoptionsEver": 1,
         "highlight": {"headline": "#headline", "since": "2016-03-08T09:00:00Z", "until": "2016-12-31"},
         "validFrom": "2016-03-08T09:00:00Z", %s,
         "citedBy": [{"id": "c-9", "title": "#citing", "status": "ADOPTED", "version": 2, "outdated": true}]}"""
                .formatted(kind, details)
                .replace("#", typed);
    }

    static String experience(String typed) {
        return card(
                "EXPERIENCE",
                """
                "experience": {"competentPartner": {"id": "p-3", "name": "#competent"}, "audience": "#audience",
                 "startedOn": "2015-09-01", "problem": "#problem", "action": "#action", "partnersInvolved": ["#involved"],
                 "means": {"euros": 12500, "fte": 0.5, "note": "#means"}, "results": {"kind": "MEASURED", "text": "#results"},
                 "difficulties": "#difficulties", "transfer": "#transfer",
                 "links": [{"label": "#label", "url": "javascript:alert(1)"}, {"label": "ok", "url": "https://example.org/a?b=c"}],
                 "licence": "LO-2.0",
                 "endorsements": [{"partner": {"id": "p-2", "name": "#endorser"}, "at": "2016-02-01T09:00:00Z", "comment": "#comment"}],
                 "adoptions": [{"id": "a-1", "partner": {"id": "p-4", "name": "#adopter"},
                  "territory": {"id": "departement:40", "name": "#where"}, "adoptedOn": "2016-03-01", "plan": "#plan",
                  "results": {"kind": "EXPECTED", "text": "#adopted"}, "note": "#adoptionnote", "endedOn": "2017-01-01", "endReason": "#end"}],
                 "comments": [{"field": "title", "comment": "#asked"}]}""",
                typed);
    }

    static String partner(String typed) {
        return card(
                "PARTNER",
                """
                "profile": {"kind": "COMMUNE", "siren": "212500565", "represents": "#represents",
                 "charterSignedOn": "2015-10-01", "committee": true, "mandates": []}""",
                typed);
    }

    static String contribution(String typed) {
        return card(
                "CONTRIBUTION",
                """
                "contribution": {"contributionKind": "FRAMEWORK", "drafters": [{"id": "p-5", "name": "#drafter"}],
                 "supersedes": {"id": "c-0", "kind": "CONTRIBUTION", "title": "#older"}, "textVersion": 3,
                 "sections": [{"id": "s-1", "heading": "#heading", "body": "Du **gras**, #body", "changedIn": 3}],
                 "evidence": [{"experience": "x-1", "version": 2, "title": "#evidence", "section": "s-1", "note": "#evidencenote",
                  "citedAt": "2016-02-02T09:00:00Z", "outdated": {"change": "REVISED", "inVersion": 3, "changedAt": "2016-03-03T09:00:00Z"}}],
                 "amendments": [{"id": "am-1", "partner": {"id": "p-6", "name": "#amender"}, "section": "s-1", "basedOn": 2,
                  "heading": "#amendheading", "body": "#amendbody", "reason": "#amendreason", "proposedAt": "2016-02-03T09:00:00Z",
                  "settlement": "REJECTED", "remark": "#remark"}],
                 "consultation": {"openedAt": "2016-02-04T09:00:00Z", "deadline": "2016-03-04T09:00:00Z",
                  "signatories": [{"id": "p-6", "name": "#signatory"}], "quorum": 1,
                  "positions": [{"partner": {"id": "p-6", "name": "#positioned"}, "position": "RESERVATION", "at": "2016-02-05T09:00:00Z", "reason": "#positionreason"}]},
                 "adoptionNote": "#adoptionnote", "actions": [{"id": "ac-1", "kind": "ACTION", "title": "#action"}]}""",
                typed);
    }

    static String objective(String typed) {
        return card(
                "OBJECTIVE",
                """
                "glance": {"percent": 120, "dueOn": "2020-12-31"},
                "objective": {"indicator": "#indicator", "unit": "#unit", "baseline": 10, "baselineOn": "2016-01-01", "target": 80,
                 "dueOn": "2020-12-31", "steward": {"id": "p-7", "name": "#steward"}, "note": "#objectivenote",
                 "measures": [{"value": 42.5, "measuredOn": "2018-01-01", "source": "#source", "note": "#measurenote"}],
                 "actions": [{"id": "ac-1", "kind": "ACTION", "title": "#action"}]}""",
                typed);
    }

    static String action(String typed) {
        return card(
                "ACTION",
                """
                "glance": {"percent": 50, "dueOn": "2020-12-31", "late": true},
                "action": {"description": "#description", "partnersInvolved": [{"id": "p-8", "name": "#involved"}], "dueOn": "2020-12-31",
                 "objectives": [{"id": "o-1", "kind": "OBJECTIVE", "title": "#objective"}],
                 "contribution": {"id": "c-2", "kind": "CONTRIBUTION", "title": "#text"},
                 "experiences": [{"id": "x-1", "kind": "EXPERIENCE", "title": "#experience"}],
                 "workingDay": {"id": "wd-1", "kind": "WORKING_DAY", "title": "#day"},
                 "progress": [{"percent": 50, "at": "2019-01-01T09:00:00Z", "report": "#report"}], "remark": "#remark"}""",
                typed);
    }

    static String workingDay(String typed) {
        return card(
                "WORKING_DAY",
                """
                "workingDay": {"date": "2016-10-01", "place": "#place", "inTerritory": {"id": "departement:69", "name": "#in"},
                 "description": "#description",
                 "agenda": [{"id": "ag-1", "partner": {"id": "p-9", "name": "#speaker"}, "label": "#item",
                  "card": {"id": "x-1", "kind": "EXPERIENCE", "title": "#itemcard"}, "note": "#itemnote"}],
                 "minutes": {"text": "Titre\\n=====\\n\\n#minutes", "attending": [{"id": "p-9", "name": "#attending"}],
                  "decisions": [{"id": "d-1", "text": "#decision", "action": {"id": "ac-1", "kind": "ACTION", "title": "#decided"}}],
                  "correction": "#correction"}}""",
                typed);
    }
}
