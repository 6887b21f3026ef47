/** Tests of the HL7 v2 reader. */
@NullMarked
package org.symbolon.record.internal.v2;

import org.jspecify.annotations.NullMarked;
