package org.symbolon.dicomweb.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tag;

/** Writes data sets in memory, results of searches, in the DICOM JSON model (PS3.18 annex F). Fragments have no place there. */
final class DicomJsonDataSet {
    private final JsonGenerator json;
    private final JsonValues values;

    DicomJsonDataSet(JsonGenerator json) {
        this.json = json;
        this.values = new JsonValues(json);
    }

    /** Writes one object with those of the top-level elements whose tags are wanted. */
    void write(DataSet dataSet, IntPredicate wanted) throws IOException {
        json.writeStartObject();
        for (Element element : dataSet) {
            if (!Tag.isGroupLength(element.tag()) && wanted.test(element.tag())) {
                element(element, dataSet.characterSets());
            }
        }
        json.writeEndObject();
    }

    private void element(Element element, List<String> characterSets) throws IOException {
        json.writeObjectFieldStart(DicomJsonStream.name(element.tag()));
        json.writeStringField("vr", element.vr().name());
        element.accept(new Element.Visitor<Boolean, IOException>() {
            @Override
            public Boolean value(Element.Value value) throws IOException {
                values.write(value.tag(), value.vr(), value.bytes(), characterSets);
                return true;
            }

            @Override
            public Boolean sequence(Element.Sequence sequence) throws IOException {
                if (!sequence.items().isEmpty()) {
                    json.writeArrayFieldStart("Value");
                    for (DataSet item : sequence.items()) {
                        write(item, tag -> true);
                    }
                    json.writeEndArray();
                }
                return true;
            }

            @Override
            public Boolean fragments(Element.Fragments fragments) {
                return false;
            }

            @Override
            public Boolean large(Element.Large large) {
                return false;
            }

            @Override
            public Boolean largeFragments(Element.LargeFragments fragments) {
                return false;
            }
        });
        json.writeEndObject();
    }
}
