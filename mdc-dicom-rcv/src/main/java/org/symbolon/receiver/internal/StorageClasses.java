package org.symbolon.receiver.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.model.Uid;

/** Which SOP classes are objects to be stored, and in which encoding. */
public final class StorageClasses {
    /** Every storage class of PS3.4 table B.5-1 stands under it, those of later editions too. */
    private static final String STORAGE_ROOT = "1.2.840.10008.5.1.4.1.1.";

    private StorageClasses() {}

    /** Classes that vendors define, and standard ones that this edition's dictionary does not know yet, are taken for storage. */
    public static boolean isStorage(String sopClassUid) {
        if (!Uid.isUid(sopClassUid)) {
            return false;
        }
        if (!Uid.isRegistered(sopClassUid) || sopClassUid.startsWith(STORAGE_ROOT)) {
            return true;
        }
        String name = Dictionary.standard().uidName(sopClassUid);
        boolean otherStorage = name.contains("Commitment") || sopClassUid.equals(Uids.MediaStorageDirectoryStorage);
        return name.isEmpty() || (name.contains("Storage") && !otherStorage);
    }

    /** The requester's first choice among the syntaxes that the standard knows, since nothing is ever transcoded; null if none. */
    public static @Nullable String choose(List<String> proposed) {
        for (String uid : proposed) {
            if (TransferSyntax.of(uid) != null) {
                return uid;
            }
        }
        return null;
    }
}
