/**
 * The words that the hospital side and the data centre share. Read {@link org.symbolon.model.ErrorCode} and
 * {@link org.symbolon.model.SymbolonException} first, then the identifiers ({@link org.symbolon.model.OrganisationId},
 * {@link org.symbolon.model.ArchivePath}) and {@link org.symbolon.model.InstanceRecord}; configuration and TLS settings
 * stand apart. Nothing here depends on another room of the project.
 */
@NullMarked
package org.symbolon.model;

import org.jspecify.annotations.NullMarked;
