package org.symbolon.portal.cases;

import java.util.regex.Pattern;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.Visit;

/**
 * What a case is called in a path.
 *
 * @param id the (pseudonymous) visit number, else the identifier of a document
 */
public record CaseKey(OrganisationId organisation, String id) {
    /** Unreserved characters of RFC 3986 section 2.3, but for the two segments that mean a step in the path (section 3.3). */
    private static final Pattern SAFE_IN_PATHS = Pattern.compile("(?!\\.{1,2}$)[0-9A-Za-z._~-]{1,128}");

    /** The case that a document belongs to. A visit number that no path can carry leaves the document by itself. */
    public static CaseKey of(DocumentRecord document) {
        String visit = visitNumber(document);
        return new CaseKey(
                document.organisation(), SAFE_IN_PATHS.matcher(visit).matches() ? visit : document.documentId());
    }

    /** Of the visit that the document is about; empty where it names none. */
    static String visitNumber(DocumentRecord document) {
        return document.visit().visits().stream().findFirst().map(Visit::number).orElse("");
    }

    public String href() {
        return "/cases/" + organisation + "/" + id;
    }

    @Override
    public String toString() {
        return "[case]";
    }
}
