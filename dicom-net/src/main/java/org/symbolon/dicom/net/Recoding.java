package org.symbolon.dicom.net;

import java.util.List;
import org.symbolon.dicom.TransferSyntax;

/** The other transfer syntaxes that an object can be sent in, at the cost of writing it anew. */
public interface Recoding {
    /** Sent as it is or not at all. */
    Recoding NONE = new Recoding() {
        @Override
        public List<TransferSyntax> targets() {
            return List.of();
        }

        @Override
        public DataSetSource to(TransferSyntax target) {
            throw new IllegalArgumentException("This object has one encoding only");
        }
    };

    /** The syntaxes, the best first, without the object's own; each lossless. */
    List<TransferSyntax> targets();

    /**
     * The data set in another syntax.
     *
     * @param target one of {@link #targets}
     */
    DataSetSource to(TransferSyntax target);
}
