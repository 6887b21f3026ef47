/**
 * JPEG 2000 (ITU-T T.800, ISO/IEC 15444-1) and HTJ2K (T.814, ISO/IEC 15444-15), the decoder's half. Read it in the order of the
 * data: {@code Codestream} (markers, annex A), {@code Tile} and its parts (geometry, annex B), {@code PacketSequence} and
 * {@code PacketReader} (tier 2), {@code BlockDecoder} (tier 1, annexes C and D), {@code Wavelet53} and {@code Wavelet97} (annex F),
 * {@code ComponentTransform} (annex G), {@code FrameSamples}. Start with
 * {@link org.symbolon.dicom.image.internal.jpeg2000.Jpeg2000Decoder}.
 */
@NullMarked
package org.symbolon.dicom.image.internal.jpeg2000;

import org.jspecify.annotations.NullMarked;
