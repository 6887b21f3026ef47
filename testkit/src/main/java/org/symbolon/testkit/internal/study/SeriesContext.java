package org.symbolon.testkit.internal.study;

/**
 * One series of a study.
 *
 * @param machine the model that made it, see {@link Machine}
 */
record SeriesContext(
        StudyContext study,
        Machine machine,
        int number,
        String seriesInstanceUid,
        String description,
        String protocol) {

    static SeriesContext of(StudyContext study, Machine machine, int number, String description, String protocol) {
        return new SeriesContext(study, machine, number, study.uids().next(), description, protocol);
    }
}
