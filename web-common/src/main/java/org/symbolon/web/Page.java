package org.symbolon.web;

import gg.jte.Content;
import java.util.List;

/**
 * What the frame needs to know of a page.
 *
 * @param title for the browser's window
 * @param section href of the menu entry that the page belongs to; empty for none
 * @param scripts paths of the page's own script modules
 * @param styles paths of the page's own style sheets
 * @param search what stands in the search field
 * @param body already escaped
 */
public record Page(
        String title, String section, List<String> styles, List<String> scripts, String search, Content body) {}
