package org.symbolon.analytics.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.analytics.FrequencyRow;

/** The most frequent diagnoses as horizontal bars, in SVG that needs nothing else. Masked counts are in no bar. */
public final class BarChart {
    private static final int MAX_BARS = 30;
    private static final int BAR_HEIGHT = 20;
    private static final int STEP = 28;
    private static final int LEFT = 90;
    private static final int TOP = 56;
    private static final int LONGEST = 520;
    private static final int WIDTH = 720;

    private BarChart() {}

    public static String of(List<FrequencyRow> rows) {
        Map<String, Long> visits = new TreeMap<>();
        rows.stream().filter(row -> !row.masked()).forEach(row -> visits.merge(row.code(), row.visits(), Long::sum));
        List<Map.Entry<String, Long>> bars = visits.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_BARS)
                .toList();
        long most = bars.stream().mapToLong(Map.Entry::getValue).max().orElse(1);
        int height = TOP + bars.size() * STEP + 20;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" role="img" aria-labelledby="title">
                <title id="title">Visits by ICD-10 diagnosis</title>
                <style>
                svg { background: #fff; font: 13px system-ui, sans-serif; fill: #1c2430 }
                .heading { font-size: 18px; font-weight: 600 }
                .bar { fill: #2f6f9f }
                @media (prefers-color-scheme: dark) { svg { background: #14181f; fill: #e6eaf0 } .bar { fill: #6fb1e0 } }
                </style>
                <text class="heading" x="20" y="32">Visits by ICD-10 diagnosis</text>
                """, WIDTH, height));
        int y = TOP;
        for (Map.Entry<String, Long> bar : bars) {
            long length = Math.max(1, bar.getValue() * LONGEST / most);
            int base = y + BAR_HEIGHT - 5;
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <text x="%d" y="%d" text-anchor="end">%s</text>
                    <rect class="bar" x="%d" y="%d" width="%d" height="%d" rx="2"/>
                    <text x="%d" y="%d">%d</text>
                    """,
                    LEFT - 10,
                    base,
                    bar.getKey(),
                    LEFT,
                    y,
                    length,
                    BAR_HEIGHT,
                    LEFT + length + 8,
                    base,
                    bar.getValue()));
            y += STEP;
        }
        return svg.append("</svg>\n").toString();
    }
}
