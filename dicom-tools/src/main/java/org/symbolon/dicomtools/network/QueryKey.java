package org.symbolon.dicomtools.network;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Vr;

/**
 * A key of an identifier as it is written on the command line: {@code PatientName=DOE*}, {@code 0020000D}, {@code (0008,0060)=CT}, or
 * within a sequence {@code ScheduledProcedureStepSequence.Modality=MR}. Without a value it asks for one.
 *
 * @param path sequences and, last, the attribute
 */
record QueryKey(List<Integer> path, String value) {
    private static final Pattern NUMBER = Pattern.compile("\\(?(\\p{XDigit}{4}),?(\\p{XDigit}{4})\\)?");
    private static final Pattern ITEM = Pattern.compile("\\[0\\]$");

    QueryKey {
        path = List.copyOf(path);
    }

    static QueryKey parse(String text) {
        int equals = text.indexOf('=');
        String names = equals < 0 ? text : text.substring(0, equals);
        List<Integer> path = new ArrayList<>();
        for (String name : names.split("[./]", -1)) {
            path.add(tag(ITEM.matcher(name.strip()).replaceFirst("")));
        }
        for (int sequence : path.subList(0, path.size() - 1)) {
            if (Dictionary.standard().vr(sequence) != Vr.SQ) {
                throw PeerAddress.usage("In --key, what stands before a dot is a sequence");
            }
        }
        return new QueryKey(path, equals < 0 ? "" : text.substring(equals + 1));
    }

    private static int tag(String name) {
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            return Integer.parseUnsignedInt(number.group(1) + number.group(2), 16);
        }
        OptionalInt tag = Dictionary.standard().tag(name);
        if (tag.isEmpty()) {
            throw PeerAddress.usage(
                    "--key takes keywords of PS3.6 such as PatientID, or tags such as 00100020; see --help");
        }
        return tag.getAsInt();
    }

    int tag() {
        return path.get(path.size() - 1);
    }

    /** Puts the key where it belongs; sequences have one item, which keys share. */
    void putInto(DataSet identifier) {
        put(identifier, path);
    }

    private void put(DataSet holder, List<Integer> rest) {
        int tag = rest.get(0);
        if (rest.size() == 1) {
            putValue(holder, tag);
            return;
        }
        List<DataSet> items = holder.sequence(tag);
        DataSet item = items.isEmpty() ? new DataSet() : items.get(0);
        put(item, rest.subList(1, rest.size()));
        holder.putSequence(tag, List.of(item));
    }

    private void putValue(DataSet holder, int tag) {
        Vr vr = Dictionary.standard().vr(tag);
        if (vr == Vr.SQ) {
            holder.putSequence(tag, List.of());
        } else if (value.isEmpty()) {
            holder.putBytes(tag, vr, new byte[0]);
        } else {
            holder.put(tag, vr, value.split("\\\\", -1));
        }
    }

    boolean needsUnicode() {
        return value.chars().anyMatch(c -> c > 0x7E);
    }
}
