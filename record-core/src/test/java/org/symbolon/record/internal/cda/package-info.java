/** Tests of CDA and HL7 v3. */
@NullMarked
package org.symbolon.record.internal.cda;

import org.jspecify.annotations.NullMarked;
