/** The rules that a data set is held against: those of values (PS3.5 6.2), of elements (PS3.6), of the meta group (PS3.10 7.1). */
@NullMarked
package org.symbolon.dicom.internal.validate;

import org.jspecify.annotations.NullMarked;
