package org.symbolon.deidentification.profile;

import java.util.List;
import org.symbolon.dicom.Vr;

/**
 * The rules of a profile for one object, conditions and IOD types decided. Immutable and thread-safe; nothing is allocated by
 * a look-up.
 */
public interface RuleSet {
    /**
     * The rule for an element, whether the profile names it or not.
     *
     * @param privateCreator of the element's block, empty if there is none or the element is a standard one
     * @param vr as it stands in the data set, or as the dictionary says for implicit VR
     * @param depth number of sequences around the element, 0 at the top
     * @param parentTag of the innermost sequence around it, 0 at the top
     * @param asSequence whether the element was read as a sequence of items
     */
    Rule rule(int tag, String privateCreator, Vr vr, int depth, int parentTag, boolean asSequence);

    /**
     * The rule for an item of a Content Sequence (PS3.15 table E.3.4-1), if {@link Profile#structuredContent()}.
     *
     * @param codeValue of Concept Name Code Sequence (0040,A043), empty if there is none
     * @param scheme coding scheme designator
     * @param valueType of the item (0040,A040)
     */
    Rule contentItem(String codeValue, String scheme, String valueType);

    /** What the object is to have at its top level, by tag, ascending. */
    List<Requirement> requirements();
}
