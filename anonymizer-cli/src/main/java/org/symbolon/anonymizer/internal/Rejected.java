package org.symbolon.anonymizer.internal;

import org.symbolon.model.ErrorCode;

/**
 * A file that was not taken.
 *
 * @param file as the user named it, or below a folder that the user named
 * @param rule what is wrong with it, without any of its values
 */
public record Rejected(String file, ErrorCode code, String rule) {}
