/**
 * Takes identity out of free text: {@link org.symbolon.deidentification.cleaning.IdentityTerms} hold what one record or object
 * says of people in its own fields, {@link org.symbolon.deidentification.cleaning.TextCleaner} finds that, and what tells
 * itself by its form, in its texts. Depends on no format. Rules: docs/deidentification.md, "Clean text".
 */
@NullMarked
package org.symbolon.deidentification.cleaning;

import org.jspecify.annotations.NullMarked;
