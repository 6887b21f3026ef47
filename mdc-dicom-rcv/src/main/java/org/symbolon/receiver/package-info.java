/**
 * The data centre's DICOM side: what arrives over mutual TLS is checked, streamed to HDFS, indexed and only then acknowledged.
 * Read {@link org.symbolon.receiver.DicomReceiver} first, then {@link org.symbolon.receiver.MdcServer} and its
 * {@link org.symbolon.receiver.MdcSettings}. Follows PS3.4 annexes B (Storage), C (C-GET) and J (Storage Commitment) and PS3.15
 * annex E for what is accepted as de-identified. {@link org.symbolon.receiver.DcmSndMain} and
 * {@link org.symbolon.receiver.DcmRcvMain} are command lines of their own.
 */
@NullMarked
package org.symbolon.receiver;

import org.jspecify.annotations.NullMarked;
