/**
 * The Native DICOM Model (PS3.19 annex A.1). Writing: {@code XmlOut} puts the characters, {@code XmlAttributes} says which.
 * Reading: {@code XmlTokens} walks through hardened StAX, {@code XmlDataSets} makes data sets of it.
 */
@NullMarked
package org.symbolon.dicom.internal.xml;

import org.jspecify.annotations.NullMarked;
