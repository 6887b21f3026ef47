package org.symbolon.analytics;

import java.util.List;

/**
 * How many visits had a diagnosis.
 *
 * @param code ICD-10, in the spelling with a dot
 * @param cell what it is parted by, in the order of the breakdown
 * @param visits exact; not to be shown where masked
 * @param masked whether the number is too small to be told, or would tell such a number
 */
public record FrequencyRow(String code, List<String> cell, long visits, boolean masked) {
    public FrequencyRow {
        cell = List.copyOf(cell);
    }
}
