package org.symbolon.dicom.net;

import org.symbolon.dicom.DataSet;

/**
 * One match of a C-FIND.
 *
 * @param identifier the keys with their values
 * @param keys whether the peer says that it honoured all optional keys
 */
public record FindMatch(DataSet identifier, FindResponder.Keys keys) {}
