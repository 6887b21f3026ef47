/**
 * Kept private data is searched for copies of what goes elsewhere in the object, byte by byte, whatever its form; copies are
 * overwritten in place.
 */
@NullMarked
package org.symbolon.deidentification.internal.search;

import org.jspecify.annotations.NullMarked;
