/**
 * Editing a long byte sequence without copying what stays: {@link org.symbolon.deidentification.splice.Edit} is one
 * replacement, {@link org.symbolon.deidentification.splice.Splice} a source file with its edits, {@link
 * org.symbolon.deidentification.splice.InverseEdits} the compact form of the way back
 * (docs/format/identity-half.md).
 */
@NullMarked
package org.symbolon.deidentification.splice;

import org.jspecify.annotations.NullMarked;
