package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;

/**
 * What holds for the structure of a file-set directory (PS3.3 F.3.2.2, PS3.10 8): links between records stay, names of files
 * and of the file-set, which people choose, do not.
 */
final class DirectoryRules {
    private static final int DIRECTORY_GROUP = 0x0004;
    static final String ORIGIN = "directory";
    /** Longest component of a file ID (PS3.10 8.2). */
    static final int NAME_CHARACTERS = 8;

    private DirectoryRules() {}

    static Rule rule(int tag, int depth, Rule ofProfile) {
        if (Tag.group(tag) != DIRECTORY_GROUP) {
            return ofProfile;
        }
        return switch (tag) {
            case Tags.FileSetID -> Rule.of(Action.EMPTY, ORIGIN);
            case Tags.FileSetDescriptorFileID, Tags.SpecificCharacterSetOfFileSetDescriptorFile ->
                Rule.of(Action.REMOVE, ORIGIN);
            case Tags.ReferencedFileID -> Rule.of(Action.HASH, ORIGIN);
            case Tags.ReferencedSOPInstanceUIDInFile -> Rule.of(Action.REPLACE_UID, ORIGIN);
            default -> Rule.of(Action.KEEP, ORIGIN);
        };
    }
}
