package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/**
 * One tile.
 *
 * @param area on the reference grid
 */
record Tile(Area area, TileCoding coding, List<ProgressionVolume> volumes, List<TileComponent> components) {
    /** Precincts take memory before a byte of them is read. */
    static final int MAX_PRECINCTS = 1 << 18;

    static Tile of(ImageGrid grid, int index, Parameters parameters) {
        Area area = grid.tile(index);
        List<TileComponent> components = new ArrayList<>();
        long precincts = 0;
        int resolutions = 0;
        for (int i = 0; i < grid.components().size(); i++) {
            TileComponent component = TileComponent.of(area, grid.components().get(i), i, parameters);
            components.add(component);
            resolutions = Math.max(resolutions, component.resolutions().size());
            for (Resolution resolution : component.resolutions()) {
                precincts += resolution.precinctCount();
            }
        }
        if (precincts > MAX_PRECINCTS) {
            throw Faults.limit("more precincts in a tile");
        }
        TileCoding coding = parameters.tileCoding();
        List<ProgressionVolume> volumes = parameters.volumes().isEmpty()
                ? List.of(new ProgressionVolume(0, 0, coding.layers(), resolutions, components.size(), coding.order()))
                : List.copyOf(parameters.volumes());
        return new Tile(area, coding, volumes, List.copyOf(components));
    }
}
