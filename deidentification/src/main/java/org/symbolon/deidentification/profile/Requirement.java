package org.symbolon.deidentification.profile;

import org.symbolon.dicom.Vr;

/**
 * An attribute that an object is to have at its top level: the rule is carried out even if the attribute is missing.
 *
 * @param vr value representation to write it with
 */
public record Requirement(int tag, Vr vr, Rule rule) {}
