/** Tests of the XML reader. */
@NullMarked
package org.symbolon.record.internal.xml;

import org.jspecify.annotations.NullMarked;
