package org.symbolon.crosswalk;

import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What one record says about who its patient is; the input of matching. Values are trimmed here, absent ones are empty.
 * {@link #toString} shows nothing.
 *
 * @param source the clinic or sender that the record came from; scopes the patient ID where there is no issuer
 * @param issuer Issuer of Patient ID (0010,0021)
 * @param patientId Patient ID (0010,0020)
 * @param name Patient's Name (0010,0010), decoded, with its {@code ^} and {@code =} delimiters
 * @param birthDate Patient's Birth Date (0010,0030), YYYYMMDD
 * @param sex Patient's Sex (0010,0040)
 * @param otherPatientIds Other Patient IDs (0010,1000) and those of the sequence (0010,1002); the first
 *     {@link #MAX_OTHER_IDS} are used
 * @param studyInstanceUid original Study Instance UID: stands in where the record says too little to tell people apart
 */
public record PatientIdentity(
        String source,
        String issuer,
        String patientId,
        String name,
        String birthDate,
        String sex,
        List<String> otherPatientIds,
        String studyInstanceUid) {

    /** More other IDs than this are ignored. */
    public static final int MAX_OTHER_IDS = 64;

    /** A longer value is refused with {@code LIMIT_EXCEEDED}. */
    public static final int MAX_FIELD_CHARACTERS = 4096;

    public PatientIdentity {
        source = tidy(source);
        issuer = tidy(issuer);
        patientId = tidy(patientId);
        name = tidy(name);
        birthDate = tidy(birthDate);
        sex = tidy(sex);
        studyInstanceUid = tidy(studyInstanceUid);
        otherPatientIds = otherPatientIds.stream()
                .map(PatientIdentity::tidy)
                .filter(id -> !id.isEmpty())
                .distinct()
                .limit(MAX_OTHER_IDS)
                .toList();
    }

    private static String tidy(String value) {
        if (value.length() > MAX_FIELD_CHARACTERS) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "A patient attribute has at most " + MAX_FIELD_CHARACTERS + " characters");
        }
        return value.strip();
    }

    @Override
    public String toString() {
        return "[patient identity]";
    }
}
