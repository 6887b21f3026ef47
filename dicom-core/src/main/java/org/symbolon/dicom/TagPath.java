package org.symbolon.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way to an element through sequences and items: {@code (0040,A730)[2].(0040,A160)}, or with keywords
 * {@code ContentSequence[2].TextValue}. Items count from 0.
 *
 * @param items the sequences and items on the way, empty at the top level
 * @param tag the element
 */
public record TagPath(List<Step> items, int tag) {
    /** The top level of a data set. */
    public static final Items ROOT = new Items(List.of());

    private static final int MAX_STEPS = 64;
    private static final Pattern STEP = Pattern.compile("([^\\[\\].]+|\\([^()]*\\))\\[(\\d{1,9})]");

    public TagPath {
        items = List.copyOf(items);
    }

    /** An item of a sequence. */
    public record Step(int sequence, int item) {
        public Step {
            if (item < 0) {
                throw new IllegalArgumentException("Items count from 0");
            }
        }
    }

    /** The way to the inside of an item, or to the top level. */
    public record Items(List<Step> steps) {
        public Items {
            steps = List.copyOf(steps);
        }

        public TagPath tag(int tag) {
            return new TagPath(steps, tag);
        }

        public Items item(int sequence, int item) {
            List<Step> longer = new ArrayList<>(steps);
            longer.add(new Step(sequence, item));
            return new Items(longer);
        }
    }

    /** An element of the top level. */
    public static TagPath of(int tag) {
        return new TagPath(List.of(), tag);
    }

    /**
     * Reads a path of tags or keywords.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static TagPath parse(String text) {
        String[] parts = text.strip().split("\\.", -1);
        if (parts.length > MAX_STEPS) {
            throw new IllegalArgumentException("A path has no more than " + MAX_STEPS + " steps");
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < parts.length - 1; i++) {
            Matcher step = STEP.matcher(parts[i]);
            if (!step.matches()) {
                throw new IllegalArgumentException("A step of a path is a tag or keyword and an item: (gggg,eeee)[0]");
            }
            steps.add(new Step(Tag.parse(step.group(1)), Integer.parseInt(step.group(2))));
        }
        return new TagPath(steps, Tag.parse(parts[parts.length - 1]));
    }

    /** How many items enclose the element. */
    public int depth() {
        return items.size();
    }

    /** The data set or item that has or would have the element; null if a sequence or item on the way is missing. */
    @Nullable
    DataSet holderIn(DataSet root) {
        DataSet holder = root;
        for (Step step : items) {
            List<DataSet> found = holder.sequence(step.sequence());
            if (step.item() >= found.size()) {
                return null;
            }
            holder = found.get(step.item());
        }
        return holder;
    }

    /** {@code (0040,A730)[2].(0040,A160)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : items) {
            text.append(Tag.format(step.sequence()))
                    .append('[')
                    .append(step.item())
                    .append("].");
        }
        return text.append(Tag.format(tag)).toString();
    }
}
