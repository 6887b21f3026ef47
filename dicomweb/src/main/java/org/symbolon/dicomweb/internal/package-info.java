/**
 * How the resources of PS3.18 are answered: one handler class a service, the negotiation of media types they share
 *, and the DICOM JSON model (PS3.18 annex F).
 */
@NullMarked
package org.symbolon.dicomweb.internal;

import org.jspecify.annotations.NullMarked;
