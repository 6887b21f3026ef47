/** Tests of the parts. */
@NullMarked
package org.symbolon.analytics.internal;

import org.jspecify.annotations.NullMarked;
