/** ICD-10: chapters, blocks and titles, and the tree of the diseases that the archive has cases of. */
@NullMarked
package org.symbolon.portal.icd;

import org.jspecify.annotations.NullMarked;
