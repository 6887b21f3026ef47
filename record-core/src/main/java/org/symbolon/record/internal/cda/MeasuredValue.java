package org.symbolon.record.internal.cda;

import org.symbolon.record.internal.xml.XmlElement;

/** Values of observations (PQ, IVL_PQ, RTO, INT, REAL, ST, CD) and their reference ranges, as they are written. */
final class MeasuredValue {
    private MeasuredValue() {}

    static String written(XmlElement value) {
        String plain = value.attribute("value");
        if (!plain.isEmpty()) {
            return plain;
        }
        String low = Elements.attribute(value, "value", "low");
        String high = Elements.attribute(value, "value", "high");
        if (!low.isEmpty() || !high.isEmpty()) {
            return range(low, high);
        }
        String numerator = Elements.attribute(value, "value", "numerator");
        if (!numerator.isEmpty()) {
            return numerator + "/" + Elements.attribute(value, "value", "denominator");
        }
        String words = Codes.words(value);
        String text = words.isEmpty() ? Narrative.plain(value) : words;
        return text.isEmpty() ? value.attribute("code") : text;
    }

    static String unit(XmlElement value) {
        String own = value.attribute("unit");
        String low = own.isEmpty() ? Elements.attribute(value, "unit", "low") : own;
        return low.isEmpty() ? Elements.attribute(value, "unit", "high") : low;
    }

    static String referenceRange(XmlElement observation) {
        for (XmlElement range : Elements.grandchildren(observation, "referenceRange", "observationRange")) {
            String written = range.first("value").map(MeasuredValue::written).orElse("");
            String text = written.isEmpty()
                    ? range.first("text").map(Narrative::plain).orElse("")
                    : written;
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String range(String low, String high) {
        if (low.isEmpty()) {
            return "<=" + high;
        }
        return high.isEmpty() ? ">=" + low : low + "-" + high;
    }
}
