package org.symbolon.archive;

import java.time.Instant;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.VisitRecord;

/**
 * A textual record as the index knows it.
 *
 * @param location path in HDFS, absolute
 * @param length in bytes
 * @param sha256 of the content, lower-case hexadecimal
 * @param conflict whether another content already held the identifier when this one came
 * @param received when it was first stored
 * @param visit what it says
 */
public record DocumentRecord(
        OrganisationId organisation,
        String documentId,
        String mediaType,
        String location,
        long length,
        String sha256,
        boolean conflict,
        Instant received,
        VisitRecord visit) {}
