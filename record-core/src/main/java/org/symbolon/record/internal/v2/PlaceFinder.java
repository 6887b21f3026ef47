package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/** Gives every value of a file its type: by the field's data type, the table of fields, and the numbers known from elsewhere. */
final class PlaceFinder {
    private static final String HL7_NULL = "\"\"";

    private final Orders orders;
    private final int maxPlaces;
    private final List<Place> places = new ArrayList<>();
    private boolean late;

    PlaceFinder(Orders orders, int maxPlaces) {
        this.orders = orders;
        this.maxPlaces = maxPlaces;
    }

    List<Place> find(List<Segment> segments) {
        for (Segment segment : segments) {
            if (segment.name().equals("MSH")) {
                late = Definitions.isLate(segment.text(12));
            }
            if (DicomReferences.isStudyReference(segment)) {
                addField(
                        segment,
                        1,
                        FieldPlan.of("ZDS", 1, "RP", FieldRules.instance().of("ZDS", 1)));
            } else if (segment.name().startsWith("Z") || !Definitions.instance().knows(segment.name())) {
                addUnknown(segment);
            } else {
                addKnown(segment);
            }
        }
        return places;
    }

    private void addUnknown(Segment segment) {
        int start = segment.slice().start();
        add(segment, start, segment.next(), "", PlaceType.REMOVABLE, segment.name(), "");
        for (int field = 1; field <= segment.fieldCount(); field++) {
            FieldPlan plan = FieldPlan.of(segment.name(), field, Definitions.UNDEFINED, FieldRule.NONE);
            addField(segment, field, plan);
        }
    }

    private void addKnown(Segment segment) {
        SegmentPlan plan = SegmentPlan.of(segment.name(), late);
        for (int field = segment.isHeader() ? 3 : 1; field <= segment.fieldCount(); field++) {
            if (segment.isEmpty(field)) {
                continue;
            }
            if (field == 5 && segment.name().equals("OBX")) {
                ObservationValue.Typing typing = ObservationValue.typing(segment);
                addField(segment, field, FieldPlan.of("OBX", field, typing.dataType(), typing.rule()));
            } else {
                addField(segment, field, plan.field(field));
            }
        }
    }

    private void addField(Segment segment, int field, FieldPlan plan) {
        Delimiters delimiters = segment.syntax().delimiters();
        Slice whole = segment.field(field);
        int from = whole.start();
        while (from <= whole.end()) {
            int to = segment.end(from, whole.end(), delimiters.repetition());
            addRepetition(segment, from, to, plan);
            from = to + 1;
        }
    }

    private void addRepetition(Segment segment, int start, int end, FieldPlan plan) {
        Delimiters delimiters = segment.syntax().delimiters();
        int component = 1;
        int from = start;
        while (from <= end) {
            int to = segment.end(from, end, delimiters.component());
            int partEnd = segment.end(from, to, delimiters.subcomponent());
            if (partEnd == to) {
                addLeaf(segment, from, to, plan, plan.component(component, component > 1 || to < end), component == 1);
            } else {
                int part = from;
                for (int s = 1; part <= to; s++) {
                    partEnd = segment.end(part, to, delimiters.subcomponent());
                    boolean first = component == 1 && s == 1;
                    addLeaf(segment, part, partEnd, plan, plan.subcomponent(component, s), first);
                    part = partEnd + 1;
                }
            }
            component++;
            from = to + 1;
        }
    }

    private void addLeaf(Segment segment, int start, int end, FieldPlan plan, FieldPlan.Leaf leaf, boolean first) {
        if (start == end) {
            return;
        }
        String text = segment.decode(start, end);
        PlaceType type = type(leaf.kind(), plan.rule(), text, first);
        String shown = type == PlaceType.ATTACHMENT ? "" : text;
        add(segment, start, end, shown, type, leaf.path(), leaf.dataType());
    }

    private PlaceType type(ComponentKind kind, FieldRule rule, String text, boolean first) {
        if (text.isBlank() || text.equals(HL7_NULL)) {
            return PlaceType.VALUE;
        }
        if (kind == ComponentKind.POINTER && DicomReferences.isUid(text)) {
            return PlaceType.DICOM_UID;
        }
        PlaceType type = rule.apply(kind, text, first);
        if (type == PlaceType.NARRATIVE) {
            return type;
        }
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            return PlaceType.UNKNOWN;
        }
        if (type == PlaceType.RECORD_IDENTIFIER || type == PlaceType.UNKNOWN) {
            return ofKnownNumber(type, text.strip());
        }
        return type;
    }

    private PlaceType ofKnownNumber(PlaceType type, String text) {
        if (orders.accessionNumbers().contains(text)) {
            return PlaceType.ACCESSION_NUMBER;
        }
        return orders.visitNumbers().contains(text) ? PlaceType.VISIT_NUMBER : type;
    }

    private void add(Segment segment, int start, int end, String text, PlaceType type, String path, String dataType) {
        if (places.size() == maxPlaces) {
            throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A record has at most " + maxPlaces + " values");
        }
        int offset = segment.offset(start);
        places.add(new Place(offset, segment.offset(end) - offset, text, type, path, dataType, segment.syntax()));
    }
}
