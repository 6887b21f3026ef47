package org.symbolon.dicomweb;

/**
 * Limits of the resources.
 *
 * @param defaultResults results of a search that names no limit
 * @param maxResults results of any search; a client that asks for more gets so many and a Warning header (PS3.18 8.3.4.4)
 * @param maxListValues UIDs, frames or attributes in one list of a request
 * @param maxPathCharacters of the whole request URI with its query
 * @param maxViewportPixels width times height of a rendered picture
 * @param inlineBinaryBytes binary values up to this size are part of the metadata; longer ones are bulk data
 * @param maxMetadataValueBytes a value of any other kind that is longer than this is bulk data too
 */
public record DicomWebOptions(
        int defaultResults,
        int maxResults,
        int maxListValues,
        int maxPathCharacters,
        int maxViewportPixels,
        int inlineBinaryBytes,
        int maxMetadataValueBytes) {
    private static final DicomWebOptions DEFAULTS =
            new DicomWebOptions(1000, 1000, 1000, 8192, 32 << 20, 1024, 1 << 20);

    public DicomWebOptions {
        if (defaultResults < 1 || maxResults < defaultResults || maxListValues < 1 || maxPathCharacters < 1) {
            throw new IllegalArgumentException("Limits are positive, and the default is within the maximum");
        }
        if (maxViewportPixels < 1 || inlineBinaryBytes < 0 || maxMetadataValueBytes < inlineBinaryBytes) {
            throw new IllegalArgumentException("Limits are not negative");
        }
    }

    /** 1000 results, lists of 1000, URIs of 8192 characters, pictures of 32 Mpixel, 1 KiB inline, 1 MiB values. */
    public static DicomWebOptions defaults() {
        return DEFAULTS;
    }
}
