/**
 * JPEG 2000 (ITU-T T.800, ISO/IEC 15444-1), the decoder's half. Read it in the order of the data: {@code Codestream} (markers),
 * {@code Tile} and its parts (geometry), {@code PacketSequence} and {@code PacketReader} (tier 2), {@code BlockDecoder} (tier 1),
 * {@code InverseWavelet}, {@code TileDecoder}. Start with {@link org.symbolon.dicom.image.internal.jpeg2000.Jpeg2000Decoder}.
 */
@NullMarked
package org.symbolon.dicom.image.internal.jpeg2000;

import org.jspecify.annotations.NullMarked;
