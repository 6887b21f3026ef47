package org.symbolon.model;

/**
 * Where an instance stands in the data centre: {@code /organisation/series/sop}. UIDs here are those of the de-identified
 * object.
 */
public record ArchivePath(OrganisationId organisation, String seriesInstanceUid, String sopInstanceUid) {
    public ArchivePath {
        if (!Uid.isUid(seriesInstanceUid) || !Uid.isUid(sopInstanceUid)) {
            throw new SymbolonException(ErrorCode.MISSING_UID, "An archive path needs a series and a SOP instance UID");
        }
    }

    @Override
    public String toString() {
        return "/" + organisation + "/" + seriesInstanceUid + "/" + sopInstanceUid;
    }
}
