/**
 * The state machine of the upper layer protocol, PS3.8 section 9.2, as data: {@link org.symbolon.dicom.net.internal.state.State}
 * (tables 9-1 to 9-5), {@link org.symbolon.dicom.net.internal.state.Event}, {@link org.symbolon.dicom.net.internal.state.Action}
 * (tables 9-6 to 9-9) and {@link org.symbolon.dicom.net.internal.state.StateTable} (table 9-10). Nothing here does anything; the
 * actions are performed by the upper layer of the package above.
 */
@NullMarked
package org.symbolon.dicom.net.internal.state;

import org.jspecify.annotations.NullMarked;
