/** Tests of the analyses over an embedded cluster. */
@NullMarked
package org.symbolon.analytics;

import org.jspecify.annotations.NullMarked;
