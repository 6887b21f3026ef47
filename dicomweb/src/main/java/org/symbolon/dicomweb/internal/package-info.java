/**
 * How the resources of PS3.18 are answered: one handler class a service, and the negotiation of media types they share.
 * The DICOM JSON model of metadata and results is dicom-core's.
 */
@NullMarked
package org.symbolon.dicomweb.internal;

import org.jspecify.annotations.NullMarked;
