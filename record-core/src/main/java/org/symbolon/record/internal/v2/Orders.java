package org.symbolon.record.internal.v2;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The numbers of imaging orders and visits in a file, so that they are known wherever they stand. An accession number is IPC-1;
 * of an imaging order OBR-18, else OBR-3, else ORC-3, as IHE Radiology has them.
 */
final class Orders {
    private static final Set<String> IMAGING_SECTIONS = Set.of(
            "RAD",
            "RX",
            "CT",
            "NMR",
            "NMS",
            "RUS",
            "OUS",
            "VUS",
            "MR",
            "US",
            "CR",
            "DX",
            "DR",
            "XR",
            "MG",
            "NM",
            "PET",
            "XA",
            "RF",
            "RADIOLOGY");
    private static final Pattern IMAGING_PROCEDURE = Pattern.compile("7[0-9]{4}");
    private static final int LONGEST_NUMBER = 64;

    private final Set<String> accessionNumbers = new LinkedHashSet<>();
    private final Set<String> visitNumbers = new LinkedHashSet<>();

    static Orders of(List<Segment> segments) {
        Orders orders = new Orders();
        boolean planned = false;
        for (Segment segment : segments) {
            if (segment.name().equals("IPC")) {
                planned |= add(orders.accessionNumbers, segment.text(1));
            }
        }
        String common = "";
        for (Segment segment : segments) {
            switch (segment.name()) {
                case "MSH" -> common = "";
                case "ORC" -> common = segment.text(3);
                case "OBR" -> orders.addOrder(segment, common, planned);
                case "PV1" -> orders.addVisit(segment);
                default -> {}
            }
        }
        return orders;
    }

    /** Whether the order (OBR) is one for images. */
    static boolean isImaging(Segment order) {
        return (!order.isEmpty(24) && IMAGING_SECTIONS.contains(order.text(24).toUpperCase(Locale.ROOT)))
                || (!order.isEmpty(44)
                        && IMAGING_PROCEDURE.matcher(order.text(44)).matches());
    }

    private void addOrder(Segment order, String fillerNumber, boolean planned) {
        if (planned || !(isImaging(order) || order.text(24).isEmpty())) {
            return;
        }
        if (add(accessionNumbers, order.text(18)) || !isImaging(order)) {
            return;
        }
        add(accessionNumbers, order.text(3).isEmpty() ? fillerNumber : order.text(3));
    }

    private void addVisit(Segment visit) {
        for (int field : new int[] {19, 50}) {
            for (Value value : visit.repetitions(field)) {
                add(visitNumbers, value.text(1));
            }
        }
    }

    private static boolean add(Set<String> numbers, String number) {
        boolean usable = !number.isEmpty()
                && number.length() <= LONGEST_NUMBER
                && number.indexOf('\r') < 0
                && number.indexOf('\n') < 0;
        if (usable) {
            numbers.add(number);
        }
        return usable;
    }

    Set<String> accessionNumbers() {
        return accessionNumbers;
    }

    Set<String> visitNumbers() {
        return visitNumbers;
    }
}
