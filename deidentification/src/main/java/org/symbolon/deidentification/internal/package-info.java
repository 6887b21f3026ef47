/**
 * How a profile becomes edits: {@link org.symbolon.deidentification.internal.EditPlanner} walks the data set once,
 * {@link org.symbolon.deidentification.internal.Plan} turns what it found into edits as soon as the pseudonyms are known.
 */
@NullMarked
package org.symbolon.deidentification.internal;

import org.jspecify.annotations.NullMarked;
