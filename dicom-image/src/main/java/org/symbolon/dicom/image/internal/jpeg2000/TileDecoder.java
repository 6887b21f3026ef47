package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.internal.jpeg2000.ComponentCoding.Wavelet;
import org.symbolon.dicom.image.internal.jpeg2000.TileCoding.ComponentMixing;

/** Decodes tiles, one after the other, into the samples of the frame. */
final class TileDecoder {
    private final ImageGrid grid;
    private final Effort effort;
    private final FrameSamples frame;
    private @Nullable BlockDecoder embedded;
    private @Nullable BlockDecoder highThroughput;

    TileDecoder(ImageGrid grid, Effort effort, FrameSamples frame) {
        this.grid = grid;
        this.effort = effort;
        this.frame = frame;
    }

    /**
     * Decodes what is there of a tile.
     *
     * @return how many packets it had; nothing was written if it had none
     */
    int decode(int index, TileStream stream) {
        Tile tile = Tile.of(grid, index, stream.parameters());
        PacketReader reader = new PacketReader(stream);
        readPackets(tile, reader);
        if (reader.packets() == 0) {
            return 0;
        }
        List<TilePlane> planes = new ArrayList<>();
        for (TileComponent component : tile.components()) {
            planes.add(plane(component, reader.bytes()));
        }
        write(tile, planes);
        return reader.packets();
    }

    private void readPackets(Tile tile, PacketReader reader) {
        try {
            new PacketSequence(tile, reader, effort).readAll();
        } catch (ImageException e) {
            if (e.problem() != Problem.TRUNCATED) {
                throw e;
            }
        }
    }

    private TilePlane plane(TileComponent component, byte[] bytes) {
        int width = component.area().width();
        int size = Math.multiplyExact(width, component.area().height());
        TilePlane plane = component.coding().wavelet() == Wavelet.REVERSIBLE_5_3
                ? new TilePlane.Whole(new int[size], width)
                : new TilePlane.Real(new float[size], width);
        for (Resolution resolution : component.resolutions()) {
            for (int i = 0; i < resolution.precinctCount(); i++) {
                Precinct precinct = resolution.precinctRead(i);
                if (precinct != null) {
                    precinct.bands().forEach(band -> decodeBlocks(component, band, bytes, plane));
                }
            }
        }
        plane.synthesise(component.resolutions());
        return plane;
    }

    private void decodeBlocks(TileComponent component, Precinct.Band band, byte[] bytes, TilePlane plane) {
        for (CodeBlock block : band.blocks()) {
            if (block == null) {
                continue;
            }
            int planes = band.subband().planes() + component.regionShift();
            if (planes - block.zeroPlanes() > BlockDecoder.MAX_PLANES) {
                throw Faults.unsupported("A code-block of more than 30 planes");
            }
            if (planes > block.zeroPlanes()) {
                BlockStyle style = component.coding().style();
                int[] samples = blockDecoder(style).decode(block, bytes, band.subband(), planes, style);
                if (component.regionShift() > 0) {
                    shiftDown(samples, block.area().width() * block.area().height(), component.regionShift());
                }
                plane.put(block, band.subband(), samples);
            }
        }
    }

    private BlockDecoder blockDecoder(BlockStyle style) {
        if (style.highThroughput()) {
            BlockDecoder decoder = highThroughput;
            if (decoder == null) {
                decoder = new HtBlockDecoder(effort);
                highThroughput = decoder;
            }
            return decoder;
        }
        BlockDecoder decoder = embedded;
        if (decoder == null) {
            decoder = new EmbeddedBlockDecoder(effort);
            embedded = decoder;
        }
        return decoder;
    }

    /** A region of interest stands above all planes of its surroundings (T.800 H.1). */
    private static void shiftDown(int[] samples, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int magnitude = samples[i] & Integer.MAX_VALUE;
            if (shift < 31 && magnitude >> shift >= 2) {
                samples[i] = (samples[i] & Integer.MIN_VALUE) | magnitude >> shift;
            }
        }
    }

    private void write(Tile tile, List<TilePlane> planes) {
        List<TileComponent> components = tile.components();
        int first = 0;
        if (tile.coding().mixing() != ComponentMixing.NONE && mixable(components)) {
            writeColours(components, planes);
            first = 3;
        }
        for (int i = first; i < planes.size(); i++) {
            Area area = components.get(i).area();
            int[] row = new int[area.width()];
            for (int y = 0; y < area.height(); y++) {
                planes.get(i).row(y, row);
                frame.put(i, area.x0(), area.y0() + y, row);
            }
        }
    }

    /** Three components of one size and one wavelet (T.800 G.1). */
    private static boolean mixable(List<TileComponent> components) {
        if (components.size() < 3) {
            return false;
        }
        TileComponent first = components.get(0);
        for (TileComponent other : components.subList(1, 3)) {
            if (!other.area().equals(first.area())
                    || other.coding().wavelet() != first.coding().wavelet()) {
                return false;
            }
        }
        return true;
    }

    private void writeColours(List<TileComponent> components, List<TilePlane> planes) {
        Area area = components.get(0).area();
        int width = area.width();
        int[][] rows = new int[3][width];
        float[][] reals = new float[3][planes.get(0) instanceof TilePlane.Real ? width : 0];
        for (int y = 0; y < area.height(); y++) {
            for (int i = 0; i < 3; i++) {
                if (planes.get(i) instanceof TilePlane.Real real) {
                    real.row(y, reals[i]);
                } else {
                    planes.get(i).row(y, rows[i]);
                }
            }
            if (planes.get(0) instanceof TilePlane.Real) {
                ComponentTransform.irreversible(reals[0], reals[1], reals[2], rows, width);
            } else {
                ComponentTransform.reversible(rows[0], rows[1], rows[2], width);
            }
            for (int i = 0; i < 3; i++) {
                frame.put(i, area.x0(), area.y0() + y, rows[i]);
            }
        }
    }
}
