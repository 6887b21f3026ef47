package org.symbolon.portal.icd;

import java.util.List;

/**
 * A node of the tree of diseases.
 *
 * @param code such as C00-D49, C30-C39, C34 or C34.1
 * @param cases that have a diagnosis of it, each counted once
 * @param children those that have cases
 */
public record Disease(Level level, String code, String title, int cases, List<Disease> children) {
    /** How deep a node is. */
    public enum Level {
        CHAPTER,
        BLOCK,
        CODE
    }

    public String href() {
        return "/diseases/" + code;
    }
}
