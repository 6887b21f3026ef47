package org.symbolon.testkit.score;

/**
 * What must have happened to a planted value: the action types of the MIDI-B challenge's answer key. Where the challenge is lenient, this is
 * stricter; each constant says how.
 */
public enum ScoreAction {
    /** The attribute is still there, empty or not. */
    TAG_RETAINED("tag retained"),
    /** The attribute is still there with a value. */
    TEXT_NOT_NULL("text not null"),
    /** Every word of the text is still in the attribute's value. */
    TEXT_RETAINED("text retained"),
    /** No word of the text is in the attribute's value. Stricter: the whole text is nowhere in the object's file either. */
    TEXT_REMOVED("text removed"),
    /**
     * The attribute's date is not the original one. Stricter: where the profile claims modified dates, it is there and was moved by its patient's own
     * number of days.
     */
    DATE_SHIFTED("date shifted"),
    /** The attribute is absent, or does not hold the original UID. */
    UID_CHANGED("UID changed"),
    /** The attribute is absent, or holds the UID that the mapping table has for the original one. Stricter: it must be there where the check says so. */
    UID_CONSISTENT("UID consistent"),
    /** The Patient ID is the one that the mapping table has for the original one; in textual records too. */
    PATIENT_ID_CONSISTENT("patient ID consistent"),
    /** The text cannot be read from the pixels any more: the region is of one colour in every frame, or the object was quarantined. */
    PIXELS_HIDDEN("pixels hidden"),
    /** The pixels are the same: bit for bit where nothing had to be hidden, else sample for sample outside of what had. */
    PIXELS_RETAINED("pixels retained");

    private final String title;

    ScoreAction(String title) {
        this.title = title;
    }

    /** As it stands in tables. */
    public String title() {
        return title;
    }
}
