package org.symbolon.dicomtools.file.copy;

/** Whether every sample of a file and of its copy is compared. */
public enum LosslessMode {
    UNCHECKED,
    CHECKED
}
