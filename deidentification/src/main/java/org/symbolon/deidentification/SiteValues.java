package org.symbolon.deidentification;

/**
 * What the templates of a profile's {@code set} rules stand for, beside the project of the run.
 *
 * @param siteId for <code>${site-id}</code>
 * @param siteName for <code>${site-name}</code>
 */
public record SiteValues(String siteId, String siteName) {
    public static final SiteValues NONE = new SiteValues("", "");
}
