/** Tests of the package's parts on their own. */
@NullMarked
package org.symbolon.crosswalk.internal.keys;

import org.jspecify.annotations.NullMarked;
