package org.symbolon.archive;

import org.symbolon.model.OrganisationId;

/**
 * One diagnosis of one document: a row of the diagnosis index.
 *
 * @param code ICD-10, as written
 * @param text of the diagnosis in that document; may be empty
 */
public record DiagnosisRow(String code, OrganisationId organisation, String documentId, String text) {}
