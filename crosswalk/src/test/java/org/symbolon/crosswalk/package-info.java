/** Tests of the crosswalk from outside; {@link org.symbolon.crosswalk.Samples} invents the data. */
@NullMarked
package org.symbolon.crosswalk;

import org.jspecify.annotations.NullMarked;
