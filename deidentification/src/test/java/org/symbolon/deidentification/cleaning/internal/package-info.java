/** Tests of the parts of the text cleaner. */
@NullMarked
package org.symbolon.deidentification.cleaning.internal;

import org.jspecify.annotations.NullMarked;
