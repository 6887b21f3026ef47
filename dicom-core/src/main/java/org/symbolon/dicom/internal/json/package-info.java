/**
 * The DICOM JSON model (PS3.18 annex F). Writing: {@code JsonOut} puts the characters, {@code JsonAttributes} says which.
 * Reading: {@code JsonTokens} is a strict parser of JSON (RFC 8259), {@code JsonDataSets} makes data sets of it.
 */
@NullMarked
package org.symbolon.dicom.internal.json;

import org.jspecify.annotations.NullMarked;
