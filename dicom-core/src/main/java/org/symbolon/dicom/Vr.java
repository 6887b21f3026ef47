package org.symbolon.dicom;

import org.jspecify.annotations.Nullable;

/** The value representations of PS3.5 section 6.2. */
public enum Vr {
    AE(Form.TEXT),
    AS(Form.TEXT),
    AT(Form.BINARY, 2),
    CS(Form.TEXT),
    DA(Form.TEXT),
    DS(Form.TEXT),
    DT(Form.TEXT),
    FD(Form.BINARY, 8),
    FL(Form.BINARY, 4),
    IS(Form.TEXT),
    LO(Form.CHARACTER_SET_TEXT),
    LT(Form.CHARACTER_SET_TEXT),
    OB(Form.LONG_BINARY, 1),
    OD(Form.LONG_BINARY, 8),
    OF(Form.LONG_BINARY, 4),
    OL(Form.LONG_BINARY, 4),
    OV(Form.LONG_BINARY, 8),
    OW(Form.LONG_BINARY, 2),
    PN(Form.CHARACTER_SET_TEXT),
    SH(Form.CHARACTER_SET_TEXT),
    SL(Form.BINARY, 4),
    SQ(Form.LONG_BINARY, 1),
    SS(Form.BINARY, 2),
    ST(Form.CHARACTER_SET_TEXT),
    SV(Form.LONG_BINARY, 8),
    TM(Form.TEXT),
    UC(Form.LONG_CHARACTER_SET_TEXT),
    UI(Form.TEXT),
    UL(Form.BINARY, 4),
    UN(Form.LONG_BINARY, 1),
    UR(Form.LONG_TEXT),
    US(Form.BINARY, 2),
    UT(Form.LONG_CHARACTER_SET_TEXT),
    UV(Form.LONG_BINARY, 8);

    private enum Form {
        TEXT,
        CHARACTER_SET_TEXT,
        LONG_TEXT,
        LONG_CHARACTER_SET_TEXT,
        BINARY,
        LONG_BINARY
    }

    private static final @Nullable Vr[] BY_LETTERS = new @Nullable Vr[26 * 26];

    static {
        for (Vr vr : values()) {
            BY_LETTERS[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
    }

    private final Form form;
    private final int unitBytes;

    Vr(Form form) {
        this(form, 1);
    }

    Vr(Form form, int unitBytes) {
        this.form = form;
        this.unitBytes = unitBytes;
    }

    /** The VR of the two letters as they stand in the file, first letter in the upper byte; null if there is none. */
    public static @Nullable Vr of(int twoBytes) {
        int first = (twoBytes >>> 8 & 0xFF) - 'A';
        int second = (twoBytes & 0xFF) - 'A';
        boolean letters = first >= 0 && first < 26 && second >= 0 && second < 26;
        return letters ? BY_LETTERS[first * 26 + second] : null;
    }

    /** The two letters as in {@link #of}. */
    public int code() {
        return name().charAt(0) << 8 | name().charAt(1);
    }

    public boolean isText() {
        return form != Form.BINARY && form != Form.LONG_BINARY;
    }

    /** Whether values depend on Specific Character Set (0008,0005) (PS3.5 6.1.2.2). */
    public boolean usesSpecificCharacterSet() {
        return form == Form.CHARACTER_SET_TEXT || form == Form.LONG_CHARACTER_SET_TEXT;
    }

    /** Whether a backslash parts values (PS3.5 6.4); not so in LT, ST, UR and UT. */
    public boolean isMultiValued() {
        return isText() && this != LT && this != ST && this != UR && this != UT;
    }

    /** Whether the explicit header has a reserved word and a 32 bit length: 12 bytes in all (PS3.5 table 7.1-1). */
    public boolean hasLongLength() {
        return form == Form.LONG_BINARY || form == Form.LONG_TEXT || form == Form.LONG_CHARACTER_SET_TEXT;
    }

    /** What fills a value up to an even length: a space for text, zero for UI and everything else. */
    public byte padding() {
        return (byte) (isText() && this != UI ? ' ' : 0);
    }

    /** Size of the numbers that a change of byte order reverses; 1 if the value is not made of numbers. */
    public int unitBytes() {
        return unitBytes;
    }

    /** Size of one value of a binary VR: as {@link #unitBytes}, but 4 for AT, which is a pair of numbers. */
    public int valueBytes() {
        return this == AT ? 4 : unitBytes;
    }
}
