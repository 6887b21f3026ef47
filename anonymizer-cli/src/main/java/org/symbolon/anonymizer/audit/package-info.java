/**
 * {@code symbolon audit}: what is left after de-identification, for a person to judge. Read {@link org.symbolon.anonymizer.audit.AuditCommand} first,
 * then {@link org.symbolon.anonymizer.audit.Tally} (what stands where), {@link org.symbolon.anonymizer.audit.Risk} (in which order) and
 * {@link org.symbolon.anonymizer.audit.Residuals} (what should not be there).
 */
@NullMarked
package org.symbolon.anonymizer.audit;

import org.jspecify.annotations.NullMarked;
