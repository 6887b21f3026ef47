package org.symbolon.deidentification;

/**
 * What the templates of a profile's {@code set} rules stand for, beside the project of the run.
 *
 * @param siteId for <code>${site-id}</code>
 * @param siteName for <code>${site-name}</code>
 * @param bodyPart for <code>${body-part}</code>; empty for the object's own Body Part Examined (0018,0015)
 */
public record SiteValues(String siteId, String siteName, String bodyPart) {
    public static final SiteValues NONE = new SiteValues("", "", "");
}
