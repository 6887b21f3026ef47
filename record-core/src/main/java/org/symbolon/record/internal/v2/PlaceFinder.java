package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, String> paths = new HashMap<>();
    private String version = "";

    PlaceFinder(Orders orders, int maxPlaces) {
        this.orders = orders;
        this.maxPlaces = maxPlaces;
    }

    List<Place> find(List<Segment> segments) {
        for (Segment segment : segments) {
            if (segment.name().equals("MSH")) {
                version = segment.text(12);
            }
            if (DicomReferences.isStudyReference(segment)) {
                addField(segment, 1, "RP", FieldRules.instance().of("ZDS", 1));
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
        add(new Place(start, segment.next() - start, "", PlaceType.REMOVABLE, path(segment.name()), segment.syntax()));
        for (int field = 1; field <= segment.fieldCount(); field++) {
            addField(
                    segment, field, Definitions.UNDEFINED, FieldRules.instance().of("", 0));
        }
    }

    private void addKnown(Segment segment) {
        for (int field = segment.isHeader() ? 3 : 1; field <= segment.fieldCount(); field++) {
            if (segment.field(field).isEmpty()) {
                continue;
            }
            if (segment.name().equals("OBX") && field == 5) {
                ObservationValue.Typing typing = ObservationValue.typing(segment);
                addField(segment, field, typing.dataType(), typing.rule());
            } else {
                addField(
                        segment,
                        field,
                        Definitions.instance().type(segment.name(), field, version),
                        FieldRules.instance().of(segment.name(), field));
            }
        }
    }

    private void addField(Segment segment, int field, String dataType, FieldRule rule) {
        Delimiters delimiters = segment.syntax().delimiters();
        boolean composite = !DataTypes.instance().isPrimitive(dataType);
        for (Slice repetition : segment.split(segment.field(field), delimiters.repetition())) {
            List<Slice> components = segment.split(repetition, delimiters.component());
            for (int c = 1; c <= components.size(); c++) {
                List<Slice> parts = segment.split(components.get(c - 1), delimiters.subcomponent());
                for (int s = 1; s <= parts.size(); s++) {
                    Slice part = parts.get(s - 1);
                    if (part.isEmpty()) {
                        continue;
                    }
                    String text = segment.decode(part);
                    ComponentKind kind = DicomReferences.mayHoldUid(segment.name(), field)
                            ? ComponentKind.POINTER
                            : DataTypes.instance().kind(dataType, c, s);
                    PlaceType type = type(kind, rule, text, c == 1 && s == 1);
                    String shown = type == PlaceType.ATTACHMENT ? "" : text;
                    String path = segment.name() + "-" + field
                            + (composite || components.size() > 1 || parts.size() > 1 ? "." + c : "")
                            + (parts.size() > 1 ? "." + s : "");
                    add(new Place(
                            part.start(),
                            part.end() - part.start(),
                            shown,
                            type,
                            path(path),
                            path(shown(dataType, composite, c)),
                            segment.syntax()));
                }
            }
        }
    }

    private static String shown(String dataType, boolean composite, int component) {
        return composite ? dataType + "." + component : dataType;
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

    private String path(String path) {
        return paths.computeIfAbsent(path, same -> same);
    }

    private void add(Place place) {
        if (places.size() == maxPlaces) {
            throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A record has at most " + maxPlaces + " values");
        }
        places.add(place);
    }
}
