/** A data set as lines to read: {@link org.symbolon.dicomtools.file.dump.Dump} walks, the others say how a value looks. */
@NullMarked
package org.symbolon.dicomtools.file.dump;

import org.jspecify.annotations.NullMarked;
