package org.symbolon.anonymizer.audit;

/**
 * A place that many objects have: an attribute of DICOM with the sequences around it, or a path of a textual record.
 *
 * @param path tags joined by dots without item numbers, the block of private ones written as {@code xx}; or the record's path
 * @param name keyword, or private creator and keyword; empty if there is none
 * @param type VR, or the kind of place of a textual record
 * @param tag of DICOM; 0 for a textual record
 * @param creator private creator; empty for a standard attribute
 */
record Attribute(String path, String name, String type, int tag, String creator) {}
