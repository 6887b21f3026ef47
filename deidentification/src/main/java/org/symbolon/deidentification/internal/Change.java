package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.splice.EditContent;

/**
 * One element that may not stay as it is, or one to insert.
 *
 * @param frame what becomes longer or shorter with it
 * @param offset of its header, or of the place of an insertion
 * @param length of the whole element, 0 for an insertion
 * @param content what the bytes are, before and after
 * @param topTag tag of the element, or of the top-level sequence that it is in
 * @param rule why
 */
record Change(
        Frame frame, long offset, long length, EditContent content, int topTag, Rule rule, Replacement replacement) {}
