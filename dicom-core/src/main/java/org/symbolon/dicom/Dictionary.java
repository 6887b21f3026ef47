package org.symbolon.dicom;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.internal.PrivateTable;
import org.symbolon.dicom.internal.StandardTable;
import org.symbolon.dicom.internal.UidTable;

/**
 * What the standard says of tags and UIDs (PS3.6, PS3.7 annex E), and what vendors have published of their private
 * elements. Immutable and thread-safe; each of its three tables is loaded when first asked for.
 */
public final class Dictionary {
    /** The edition of PS3.6 and PS3.7 that the elements are taken from. */
    public static final String EDITION = "2026b";

    private static final Dictionary STANDARD = new Dictionary();

    private Dictionary() {}

    private static final class StandardHolder {
        static final StandardTable TABLE = new StandardTable();
    }

    private static final class PrivateHolder {
        static final PrivateTable TABLE = new PrivateTable();
    }

    private static final class UidHolder {
        static final UidTable TABLE = new UidTable();
    }

    public static Dictionary standard() {
        return STANDARD;
    }

    /**
     * The VR of a standard element, UN if unknown. Group lengths are UL, private creators LO. Where the standard leaves a
     * choice, the one of implicit VR encoding: OW rather than OB, US rather than SS.
     */
    public Vr vr(int tag) {
        return vr(tag, null);
    }

    /** As {@link #vr(int)}; a private element is looked up in its creator's block. */
    public Vr vr(int tag, @Nullable String privateCreator) {
        if (Tag.isGroupLength(tag)) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            return Tag.isPrivateCreator(tag) ? Vr.LO : privateVr(tag, privateCreator);
        }
        int line = StandardHolder.TABLE.find(tag);
        Vr vr = line < 0 ? null : StandardHolder.TABLE.vr(line);
        return vr == null ? Vr.UN : vr;
    }

    /** Whether the standard leaves a choice of VRs for the element and this is one of them ({@code US or SS}). */
    public boolean mayBe(int tag, Vr vr) {
        int line = Tag.isPrivate(tag) ? -1 : StandardHolder.TABLE.find(tag);
        return line >= 0 && StandardHolder.TABLE.hasVr(line, vr);
    }

    /** The keyword, empty if the element is private or unknown. */
    public String keyword(int tag) {
        return column(tag, 3);
    }

    /** The keyword of a private element in its creator's block, empty if unknown. */
    public String keyword(int tag, @Nullable String privateCreator) {
        PrivateTable.Entry entry = privateEntry(tag, privateCreator);
        return entry == null ? keyword(tag) : entry.keyword();
    }

    /** The value multiplicity as PS3.6 writes it ({@code 1-n}), empty if unknown. */
    public String multiplicity(int tag) {
        return column(tag, 2);
    }

    /** How many values the element has, null if unknown. */
    public @Nullable ValueMultiplicity valueMultiplicity(int tag) {
        String text = multiplicity(tag);
        return text.isEmpty() ? null : ValueMultiplicity.parse(text);
    }

    public boolean isRetired(int tag) {
        return column(tag, 4).equals("R");
    }

    /** Whether the standard knows the tag, repeating groups included. */
    public boolean contains(int tag) {
        return StandardHolder.TABLE.find(tag) >= 0;
    }

    /** The tag of a keyword of the standard. */
    public OptionalInt tag(String keyword) {
        Integer tag = StandardHolder.TABLE.tag(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /** The name of a registered UID, empty if unknown. */
    public String uidName(String uid) {
        UidTable.Entry entry = UidHolder.TABLE.find(uid);
        return entry == null ? "" : entry.name();
    }

    /** The keyword of a registered UID ({@code CTImageStorage}), empty if unknown. */
    public String uidKeyword(String uid) {
        UidTable.Entry entry = UidHolder.TABLE.find(uid);
        return entry == null ? "" : entry.keyword();
    }

    /** The registered UID with that keyword, empty if there is none. */
    public Optional<String> uid(String keyword) {
        return Optional.ofNullable(UidHolder.TABLE.ofKeyword(keyword)).map(UidTable.Entry::uid);
    }

    public boolean isUidRetired(String uid) {
        UidTable.Entry entry = UidHolder.TABLE.find(uid);
        return entry != null && entry.retired();
    }

    /** The type of a registered UID as PS3.6 table A-1 calls it ({@code SOP Class}), empty if unknown. */
    public String uidType(String uid) {
        UidTable.Entry entry = UidHolder.TABLE.find(uid);
        return entry == null ? "" : entry.type();
    }

    private static String column(int tag, int column) {
        int line = StandardHolder.TABLE.find(tag);
        return line < 0 ? "" : StandardHolder.TABLE.column(line, column);
    }

    private static Vr privateVr(int tag, @Nullable String privateCreator) {
        PrivateTable.Entry entry = privateEntry(tag, privateCreator);
        return entry == null ? Vr.UN : entry.vr();
    }

    private static PrivateTable.@Nullable Entry privateEntry(int tag, @Nullable String privateCreator) {
        return privateCreator == null || !Tag.isPrivate(tag) ? null : PrivateHolder.TABLE.find(tag, privateCreator);
    }
}
