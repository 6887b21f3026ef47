/**
 * What a profile says of textual records: {@link org.symbolon.deidentification.text.policy.RecordPolicy}, rules by the kind of a
 * place, by its data type, and by its path; the most particular one counts.
 */
@NullMarked
package org.symbolon.deidentification.text.policy;

import org.jspecify.annotations.NullMarked;
