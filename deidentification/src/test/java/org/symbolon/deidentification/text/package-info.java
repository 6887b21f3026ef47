/** Tests of the engine for textual records. */
@NullMarked
package org.symbolon.deidentification.text;

import org.jspecify.annotations.NullMarked;
