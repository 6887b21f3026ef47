/**
 * What DICOM JSON (PS3.18 annex F) and Native XML (PS3.19 annex A.1) have in common. {@code AttributeWalk} reads a data set
 * token by token and tells an {@code AttributeSink} its attributes with resolved VR and decoded text;
 * {@code DataSetBuilder} makes a data set of attributes that come the other way.
 */
@NullMarked
package org.symbolon.dicom.internal.model;

import org.jspecify.annotations.NullMarked;
