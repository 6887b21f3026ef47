package org.symbolon.dicom.net.internal;

import org.symbolon.dicom.net.AcceptedContext;

/** A DIMSE message that has begun: its command set is here, its data set, if it has one, is still to be read. */
record Message(AcceptedContext context, CommandSet command) {}
