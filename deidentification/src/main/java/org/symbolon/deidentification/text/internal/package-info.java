/**
 * How a textual record is parted: {@code PlaceRules} says what becomes of each place, {@code IdentityValues} which values of
 * this record the {@link org.symbolon.deidentification.cleaning.TextCleaner} looks for in its free text, {@code SelfCheck} whether anything was left.
 */
@NullMarked
package org.symbolon.deidentification.text.internal;

import org.jspecify.annotations.NullMarked;
