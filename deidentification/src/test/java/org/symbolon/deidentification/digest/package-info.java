/** Tests of the keyed digests. */
@NullMarked
package org.symbolon.deidentification.digest;

import org.jspecify.annotations.NullMarked;
