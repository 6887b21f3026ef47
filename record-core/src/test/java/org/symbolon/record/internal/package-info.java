/** Tests of what the formats share. */
@NullMarked
package org.symbolon.record.internal;

import org.jspecify.annotations.NullMarked;
