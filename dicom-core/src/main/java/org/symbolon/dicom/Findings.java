package org.symbolon.dicom;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Findings in the order in which they were made. The first ones are kept, all are counted. Not thread-safe. */
public final class Findings implements Iterable<Finding> {
    private final List<Finding> kept = new ArrayList<>();
    private final int maxKept;
    private long count;

    /** Keeps no more than so many. */
    public Findings(int maxKept) {
        if (maxKept < 0) {
            throw new IllegalArgumentException("A limit is not negative");
        }
        this.maxKept = maxKept;
    }

    public void add(Finding finding) {
        if (hasRoom()) {
            kept.add(finding);
        }
        count++;
    }

    public void addAll(Findings others) {
        others.forEach(this::add);
        count += others.count() - others.kept.size();
    }

    /** Whether the next finding would be kept; else it need not be worked out, only {@link #addUnseen counted}. */
    public boolean hasRoom() {
        return kept.size() < maxKept;
    }

    /** Counts a finding without keeping it. */
    public void addUnseen() {
        count++;
    }

    /** How many there were, those that were not kept too. */
    public long count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Those that were kept; a view. */
    public List<Finding> list() {
        return Collections.unmodifiableList(kept);
    }

    @Override
    public Iterator<Finding> iterator() {
        return list().iterator();
    }

    /** How many there were. */
    @Override
    public String toString() {
        return count + " findings";
    }
}
