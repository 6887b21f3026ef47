package org.symbolon.deidentification.cleaning;

/** Whether the day or the month comes first in a date like 04/05/2019. */
public enum DateOrder {
    /** As in most of the world. */
    DAY_FIRST,
    /** As in the United States. */
    MONTH_FIRST,
    /** The record's language and other dates decide; what they do not decide becomes {@link Placeholder#DATE}. */
    UNKNOWN
}
