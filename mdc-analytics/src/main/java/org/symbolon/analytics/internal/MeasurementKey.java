package org.symbolon.analytics.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;

/**
 * A row of the result and one value of it. Sorted by value within the row, and before all values a key that carries their number,
 * so that a reducer knows the ranks it waits for before it sees the first value, and holds none of them.
 */
public final class MeasurementKey implements WritableComparable<MeasurementKey> {
    private static final Comparator<MeasurementKey> ORDER = Comparator.comparing(MeasurementKey::row)
            .thenComparing(key -> !key.isTotal)
            .thenComparingDouble(MeasurementKey::value);

    private String row = "";
    private boolean isTotal;
    private double value;

    static MeasurementKey total(String row) {
        MeasurementKey key = new MeasurementKey();
        key.row = row;
        key.isTotal = true;
        return key;
    }

    static MeasurementKey of(String row, double value) {
        MeasurementKey key = new MeasurementKey();
        key.row = row;
        key.value = value;
        return key;
    }

    String row() {
        return row;
    }

    boolean isTotal() {
        return isTotal;
    }

    double value() {
        return value;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeUTF(row);
        out.writeBoolean(isTotal);
        out.writeDouble(value);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        row = in.readUTF();
        isTotal = in.readBoolean();
        value = in.readDouble();
    }

    @Override
    public int compareTo(MeasurementKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasurementKey key && compareTo(key) == 0;
    }

    /** Of the row alone: a row's values go to one reducer. */
    @Override
    public int hashCode() {
        return row.hashCode();
    }

    /** Brings all values of a row to one call of the reducer. */
    public static final class RowGrouping extends WritableComparator {
        public RowGrouping() {
            super(MeasurementKey.class, true);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public int compare(WritableComparable one, WritableComparable other) {
            return ((MeasurementKey) one).row.compareTo(((MeasurementKey) other).row);
        }
    }

    /** Keeps values apart. */
    public static final class Whole extends WritableComparator {
        public Whole() {
            super(MeasurementKey.class, true);
        }
    }
}
