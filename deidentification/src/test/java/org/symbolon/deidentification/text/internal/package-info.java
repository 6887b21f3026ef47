/** Tests of the parts of the engine for textual records. */
@NullMarked
package org.symbolon.deidentification.text.internal;

import org.jspecify.annotations.NullMarked;
