package org.symbolon.dicomweb.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicomweb.WebInstance;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The data set in a stored Part 10 file. */
final class StoredDataSet {
    private StoredDataSet() {}

    static DataSetReader reader(WebRequest request, WebInstance instance) throws IOException {
        InputStream in = new BufferedInputStream(request.source().open(instance, instance.dataSetOffset()));
        try {
            return DataSetReader.of(in, syntax(instance), ReaderOptions.defaults());
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    static TransferSyntax syntax(WebInstance instance) {
        TransferSyntax syntax = TransferSyntax.of(instance.transferSyntaxUid());
        if (syntax == null) {
            throw new SymbolonException(
                    ErrorCode.UNKNOWN_TRANSFER_SYNTAX, "The instance is stored in an unknown transfer syntax");
        }
        return syntax;
    }
}
