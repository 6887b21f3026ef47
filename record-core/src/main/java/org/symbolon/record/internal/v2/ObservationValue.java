package org.symbolon.record.internal.v2;

import java.util.Map;
import java.util.regex.Pattern;
import org.symbolon.record.PlaceType;

/** What stands in OBX-5, as OBX-2 declares it. */
final class ObservationValue {
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Z]{2,3}");
    private static final FieldRule AS_IT_IS = new FieldRule(PlaceType.UNKNOWN, false);
    private static final FieldRule TEXT = new FieldRule(PlaceType.NARRATIVE, true);
    private static final FieldRule NUMBER = new FieldRule(PlaceType.VALUE, true);
    private static final FieldRule DICOM_UID = new FieldRule(PlaceType.DICOM_UID, true);

    /** Types of earlier versions that are now others (2.5.1, 2A.89). */
    private static final Map<String, String> RENAMED = Map.of("DTM", "TS", "CM", "", "MI", "");

    private ObservationValue() {}

    /** @param dataType of the field */
    record Typing(String dataType, FieldRule rule) {}

    static Typing typing(Segment observation) {
        String declared = observation.text(2);
        if (DicomReferences.holdsUid(observation) && DicomReferences.isUid(observation.text(5))) {
            return new Typing("ST", DICOM_UID);
        }
        return switch (declared) {
            case "ST", "TX", "FT", "" -> new Typing("ST", isNumber(observation) ? NUMBER : TEXT);
            case "NM", "SI" -> new Typing("NM", isNumber(observation) ? NUMBER : TEXT);
            default -> {
                String type = RENAMED.getOrDefault(declared, declared);
                boolean known = TYPE_NAME.matcher(type).matches()
                        && DataTypes.instance().knows(type);
                yield new Typing(known ? type : Definitions.UNDEFINED, AS_IT_IS);
            }
        };
    }

    /** Text types and numbers that are not the number they ought to be go through the cleaner. */
    private static boolean isNumber(Segment observation) {
        for (Value value : observation.repetitions(5)) {
            if (!Shapes.isNumber(value.whole())) {
                return false;
            }
        }
        return true;
    }
}
