package org.symbolon.crosswalk.internal.store;

import org.symbolon.crosswalk.ObjectKey;

/** What the halves of one patient's series share: the anonymous study and series UIDs, and the dictionary. */
final class SeriesState {
    private final PatientKey patient;
    private final byte[] index;
    private final byte[] sealed;
    private final String studyUid;
    private final String seriesUid;
    private final byte[] dictionary;

    private SeriesState(
            PatientKey patient, byte[] index, byte[] sealed, String studyUid, String seriesUid, byte[] dictionary) {
        this.patient = patient;
        this.index = index;
        this.sealed = sealed;
        this.studyUid = studyUid;
        this.seriesUid = seriesUid;
        this.dictionary = dictionary;
    }

    /** A series whose first half has the given body: its beginning becomes the dictionary. */
    static SeriesState create(
            SealedRecords sealedRecords, PatientKey patient, byte[] index, ObjectKey key, byte[] firstBody) {
        int length = Math.min(firstBody.length, Compression.MAX_DICTIONARY_BYTES);
        byte[] dictionary = java.util.Arrays.copyOf(firstBody, length);
        byte[] plain = new Fields.Writer()
                .text(key.studyUid())
                .text(key.seriesUid())
                .number(length)
                .raw(Compression.deflate(dictionary, new byte[0]))
                .toByteArray();
        byte[] sealed = sealedRecords.sealSeries(patient, index, plain);
        return new SeriesState(patient, index, sealed, key.studyUid(), key.seriesUid(), dictionary);
    }

    static SeriesState open(SealedRecords sealedRecords, PatientKey patient, byte[] index, byte[] sealed) {
        Fields.Reader in = new Fields.Reader(sealedRecords.openSeries(patient, index, sealed));
        String studyUid = in.text();
        String seriesUid = in.text();
        int length = HalfCodec.bounded(in.number(), Compression.MAX_DICTIONARY_BYTES);
        byte[] dictionary = Compression.inflate(in.rest(), new byte[0], length);
        return new SeriesState(patient, index, sealed, studyUid, seriesUid, dictionary);
    }

    PatientKey patient() {
        return patient;
    }

    byte[] index() {
        return index;
    }

    byte[] sealed() {
        return sealed;
    }

    String studyUid() {
        return studyUid;
    }

    String seriesUid() {
        return seriesUid;
    }

    byte[] dictionary() {
        return dictionary;
    }
}
