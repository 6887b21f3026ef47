package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.record.internal.xml.XmlElement;

/**
 * The DICOM UIDs that a document names: roots of the identifiers of study and series acts and of image observations (PS3.20,
 * "DICOM Object Catalog"), and of the imaging service event.
 *
 * @param studies in the document's order
 * @param all studies included
 */
record DicomUids(List<String> studies, Set<String> all) {
    private static final String DCM = "1.2.840.10008.2.16.4";
    private static final String STUDY = "113014";
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*)){2,31}");
    private static final int LONGEST = 64;

    static DicomUids of(XmlElement root) {
        List<String> studies = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        collect(root, studies, all);
        return new DicomUids(List.copyOf(new LinkedHashSet<>(studies)), all);
    }

    private static void collect(XmlElement element, List<String> studies, Set<String> all) {
        boolean ofDicom = element.first("code")
                .filter(code -> code.attribute("codeSystem").equals(DCM))
                .isPresent();
        boolean image = element.attribute("classCode").equals("DGIMG");
        if (ofDicom || image) {
            boolean study = element.name().equals("serviceEvent")
                    || element.first("code")
                            .filter(code -> code.attribute("code").equals(STUDY))
                            .isPresent();
            for (XmlElement id : element.elements("id")) {
                String uid = id.attribute("root");
                if (id.attribute("extension").isEmpty()
                        && uid.length() <= LONGEST
                        && OID.matcher(uid).matches()) {
                    all.add(uid);
                    if (study) {
                        studies.add(uid);
                    }
                }
            }
        }
        for (XmlElement child : element.elements()) {
            collect(child, studies, all);
        }
    }
}
