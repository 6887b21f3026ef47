package org.symbolon.testkit.internal.dicom;

import org.symbolon.dicom.TransferSyntax;

/** How an object is written to its file. */
public record Packaging(TransferSyntax syntax, Lengths lengths, GroupLengths groupLengths, Preamble preamble) {
    /** Lengths of sequences and items (PS3.5 7.5). */
    public enum Lengths {
        DEFINED,
        UNDEFINED,
        /** Sequences of undefined length with items of defined length, and inside those the other way round. */
        MIXED
    }

    /** Whether the retired Group Length elements are there (PS3.5 7.2). */
    public enum GroupLengths {
        ABSENT,
        PRESENT
    }

    /** The first 128 bytes of the file (PS3.10 7.1). */
    public enum Preamble {
        ZERO,
        /** The header of a TIFF file, as dual-format files have it. */
        TIFF,
        /** A vendor's text. */
        VENDOR
    }

    public static Packaging plain(TransferSyntax syntax) {
        return new Packaging(syntax, Lengths.DEFINED, GroupLengths.ABSENT, Preamble.ZERO);
    }

    public Packaging with(Lengths newLengths) {
        return new Packaging(syntax, newLengths, groupLengths, preamble);
    }

    public Packaging with(GroupLengths newGroupLengths) {
        return new Packaging(syntax, lengths, newGroupLengths, preamble);
    }

    public Packaging with(Preamble newPreamble) {
        return new Packaging(syntax, lengths, groupLengths, newPreamble);
    }

    public Packaging with(TransferSyntax newSyntax) {
        return new Packaging(newSyntax, lengths, groupLengths, preamble);
    }
}
