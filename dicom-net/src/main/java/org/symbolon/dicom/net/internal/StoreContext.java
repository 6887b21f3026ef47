package org.symbolon.dicom.net.internal;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.OutgoingObject;

/**
 * In which accepted context an object goes out: in that of its own transfer syntax, so that nothing is written anew without need,
 * else in the first other one that it can be had in.
 */
record StoreContext(AcceptedContext context, DataSetSource source) {
    /** @throws DicomNetworkException REJECTED, if nothing fits; the association goes on */
    static StoreContext choose(Requests requests, OutgoingObject object) throws DicomNetworkException {
        AcceptedContext own = context(requests, object.sopClassUid(), object.transferSyntax());
        if (own != null) {
            return new StoreContext(own, object.source());
        }
        for (TransferSyntax target : object.recoding().targets()) {
            AcceptedContext other = context(requests, object.sopClassUid(), target.uid());
            if (other != null) {
                return new StoreContext(other, object.recoding().to(target));
            }
        }
        boolean classTaken = requests.find(object.sopClassUid(), AcceptedContext::scuRole) != null;
        throw new DicomNetworkException(
                Kind.REJECTED,
                false,
                classTaken
                        ? "The peer does not take the transfer syntax " + name(object.transferSyntax())
                                + " for SOP class " + object.sopClassUid()
                        : "The peer does not take SOP class " + object.sopClassUid() + " in "
                                + name(object.transferSyntax()));
    }

    private static @Nullable AcceptedContext context(Requests requests, String sopClassUid, String transferSyntax) {
        return requests.find(
                sopClassUid,
                context -> context.scuRole() && context.transferSyntax().equals(transferSyntax));
    }

    private static String name(String transferSyntaxUid) {
        TransferSyntax known = TransferSyntax.of(transferSyntaxUid);
        return known == null ? transferSyntaxUid : known.name() + " (" + transferSyntaxUid + ")";
    }
}
