/** Tests of the package's parts on their own. */
@NullMarked
package org.symbolon.crosswalk.internal.store;

import org.jspecify.annotations.NullMarked;
