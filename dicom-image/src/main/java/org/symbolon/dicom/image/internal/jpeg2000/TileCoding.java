package org.symbolon.dicom.image.internal.jpeg2000;

/** What COD says about all components of a tile (T.800 table A.14). */
record TileCoding(ProgressionOrder order, int layers, ComponentMixing mixing) {
    /** The multiple component transformation of the first three components. */
    enum ComponentMixing {
        NONE,
        REVERSIBLE_OR_IRREVERSIBLE_COLOUR
    }

    static TileCoding read(Segment in) {
        ProgressionOrder order = ProgressionOrder.of(in.uint8());
        int layers = in.uint16();
        int mixing = in.uint8();
        if (layers == 0 || mixing > 1) {
            throw Faults.corrupt("A wrong number of layers or an unknown component transformation");
        }
        return new TileCoding(
                order, layers, mixing == 0 ? ComponentMixing.NONE : ComponentMixing.REVERSIBLE_OR_IRREVERSIBLE_COLOUR);
    }
}
