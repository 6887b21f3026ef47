package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.splice.EditContent;

/**
 * One element that may not stay as it is, or one to insert.
 *
 * @param frame what becomes longer or shorter with it
 * @param offset of its header, or of the place of an insertion
 * @param length of the whole element, 0 for an insertion
 * @param content what the bytes are, before and after
 */
record Change(Frame frame, long offset, long length, EditContent content, Replacement replacement) {}
