/** What the formats share: recognising them, and writing values in each of them. */
@NullMarked
package org.symbolon.record.internal;

import org.jspecify.annotations.NullMarked;
