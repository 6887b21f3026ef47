package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/**
 * Encrypted Attributes Sequence (0400,0500) with the originals of everything that changed (PS3.15 E.1.1), for whom the recipient
 * is. It can be made only when all else is known.
 */
final class SealedOriginals implements Replacement {
    private final Sealing sealing;
    private final ElementEncoder encoder;
    private byte @Nullable [] element;

    SealedOriginals(Sealing sealing, ElementEncoder encoder) {
        this.sealing = sealing;
        this.encoder = encoder;
    }

    void seal(Set<Integer> tags) {
        byte[] content;
        try {
            content = sealing.seal(tags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] syntax = encoder.text(
                Tags.EncryptedContentTransferSyntaxUID, Vr.UI, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
        byte[] sealed = encoder.element(Tags.EncryptedContent, Vr.OB, content);
        byte[] item = new byte[syntax.length + sealed.length];
        System.arraycopy(syntax, 0, item, 0, syntax.length);
        System.arraycopy(sealed, 0, item, syntax.length, sealed.length);
        element = encoder.sequence(Tags.EncryptedAttributesSequence, List.of(item));
    }

    @Override
    public byte @Nullable [] bytes(Substitutes substitutes) {
        return element;
    }
}
