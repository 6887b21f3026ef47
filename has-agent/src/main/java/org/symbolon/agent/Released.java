package org.symbolon.agent;

/**
 * What became of a {@link Release}.
 *
 * @param images how many left the quarantine
 * @param siteRule the site's pixel rule for all like it; empty: none was asked for
 */
public record Released(int images, String siteRule) {}
