package org.symbolon.portal.pages;

import java.util.List;
import org.symbolon.portal.images.ViewerImages;

/**
 * What the viewer's template needs.
 *
 * @param source path of the list of images
 */
public record ViewerModel(String source, ViewerImages images) {
    private static final int THUMBNAIL_PIXELS = 128;

    public boolean isEmpty() {
        return images.series().isEmpty();
    }

    public String dicomWeb() {
        return Portal.DICOM_WEB;
    }

    public String thumbnail(ViewerImages.Series series) {
        return Portal.DICOM_WEB + series.path() + "/instances/"
                + series.middle().sop() + "/rendered?viewport=" + THUMBNAIL_PIXELS + "," + THUMBNAIL_PIXELS;
    }

    public String name(ViewerImages.Series series) {
        String modality = series.modality().isEmpty() ? "Series" : series.modality();
        return series.number().isEmpty() ? modality : modality + " " + series.number();
    }

    /** Paths of the studies in DICOMweb. */
    public List<String> studies() {
        return images.series().stream()
                .map(each -> each.path().substring(0, each.path().indexOf("/series/")))
                .distinct()
                .toList();
    }

    public int frames() {
        return images.series().stream().mapToInt(ViewerImages.Series::frames).sum();
    }
}
