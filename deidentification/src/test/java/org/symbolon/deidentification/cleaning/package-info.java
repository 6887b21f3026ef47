/** Tests of the text cleaner. */
@NullMarked
package org.symbolon.deidentification.cleaning;

import org.jspecify.annotations.NullMarked;
