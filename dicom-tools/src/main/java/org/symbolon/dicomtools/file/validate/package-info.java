/** Files held against the standard, element by element. */
@NullMarked
package org.symbolon.dicomtools.file.validate;

import org.jspecify.annotations.NullMarked;
