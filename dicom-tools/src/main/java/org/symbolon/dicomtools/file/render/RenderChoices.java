package org.symbolon.dicomtools.file.render;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.dicom.image.RenderingOptions;
import org.symbolon.dicom.image.VoiWindow;
import org.symbolon.dicom.image.Windowing;
import picocli.CommandLine.Option;

/** The options of {@code render} that say how a frame looks. */
public final class RenderChoices {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,12})?");

    @Option(
            names = "--window",
            paramLabel = "C,W",
            defaultValue = "1",
            description = "Centre and width; or a number: that window or VOI LUT of the image; or full: all values."
                    + " Default: the image's first.")
    private String window = "1";

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "",
            description = "Pictures are made smaller until they fit; never larger.")
    private String size = "";

    @Option(names = "--invert", description = "Grey images the other way round.")
    private boolean invert;

    @Option(names = "--no-overlays", description = "Overlays are not drawn.")
    private boolean noOverlays;

    @Option(names = "--square-pixels", description = "Stretches pictures whose pixels are not square.")
    private boolean squarePixels;

    @Option(names = "--depth", paramLabel = "8|16", defaultValue = "8", description = "Bits of grey, 16 for PNG alone.")
    private int depth = 8;

    /**
     * What was chosen.
     *
     * @throws IllegalArgumentException that says which option is wrong
     */
    public RenderingOptions options(PictureFormat format) {
        if (depth != 8 && (depth != 16 || format != PictureFormat.PNG)) {
            throw new IllegalArgumentException("--depth is 8, or 16 for PNG");
        }
        RenderingOptions options = RenderingOptions.defaults().withWindowing(windowing());
        if (!size.isEmpty()) {
            Matcher matcher = SIZE.matcher(size);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("--size is WIDTHxHEIGHT");
            }
            options = options.fitting(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        }
        if (invert) {
            options = options.withPresentation(RenderingOptions.Presentation.INVERTED);
        }
        if (noOverlays) {
            options = options.withOverlays(RenderingOptions.Overlays.HIDDEN);
        }
        if (squarePixels) {
            options = options.withPixels(RenderingOptions.PixelShape.SQUARE);
        }
        return depth == 16 ? options.withDepth(RenderingOptions.GreyDepth.BITS_16) : options;
    }

    private Windowing windowing() {
        String text = window.toLowerCase(Locale.ROOT);
        if (text.equals("full")) {
            return new Windowing.WholeRange();
        }
        if (text.matches("[1-9]\\d?")) {
            return new Windowing.OfImage(Integer.parseInt(text) - 1);
        }
        String[] parts = text.split(",", -1);
        if (parts.length != 2
                || !NUMBER.matcher(parts[0]).matches()
                || !NUMBER.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("--window is CENTRE,WIDTH or a number of the image's windows or full");
        }
        return new Windowing.Given(
                new VoiWindow(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), VoiWindow.Shape.LINEAR));
    }
}
