package org.symbolon.analytics.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;

/** How often a value was measured, in how many visits, and how the test is called. */
public final class Tally implements Writable {
    private long count;
    private long visits;
    private String name = "";

    static Tally of(long count, long visits, String name) {
        Tally tally = new Tally();
        tally.count = count;
        tally.visits = visits;
        tally.name = name;
        return tally;
    }

    /** Of several names the first in alphabetical order that is one. */
    void add(Tally other) {
        count += other.count;
        visits += other.visits;
        boolean better = name.isEmpty() || (!other.name.isEmpty() && other.name.compareTo(name) < 0);
        name = better ? other.name : name;
    }

    long count() {
        return count;
    }

    long visits() {
        return visits;
    }

    String name() {
        return name;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeLong(visits);
        out.writeUTF(name);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        count = in.readLong();
        visits = in.readLong();
        name = in.readUTF();
    }
}
