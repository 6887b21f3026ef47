/**
 * How a textual record is parted: {@code PlaceRules} says what becomes of each place, {@code NarrativeCleaner} what goes out of
 * free text, {@code IdentityValues} which values of this record it looks for, {@code SelfCheck} whether anything was left.
 */
@NullMarked
package org.symbolon.deidentification.text.internal;

import org.jspecify.annotations.NullMarked;
