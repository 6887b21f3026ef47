/**
 * The half of every record that never leaves the hospital: keys, pseudonyms and identity halves. Read
 * {@link org.symbolon.crosswalk.Keystore} first, then {@link org.symbolon.crosswalk.Pseudonyms} (no I/O) and
 * {@link org.symbolon.crosswalk.Crosswalk} (the store). Formats are described in {@code docs/format/keystore.md},
 * {@code pseudonyms.md} and {@code crosswalk.md}.
 */
@NullMarked
package org.symbolon.crosswalk;

import org.jspecify.annotations.NullMarked;
