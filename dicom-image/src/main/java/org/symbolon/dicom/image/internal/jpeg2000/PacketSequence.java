package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Walks over the packets of a tile in the order of its progressions (T.800 B.12). */
final class PacketSequence {
    private final Tile tile;
    private final PacketReader reader;
    private final Effort effort;

    /** A precinct and where its upper left corner stands on the reference grid. */
    private record Place(long y, long x, int component, int resolution, int precinct) {}

    private static final Comparator<Place> BY_POSITION =
            Comparator.comparingLong(Place::y).thenComparingLong(Place::x);

    PacketSequence(Tile tile, PacketReader reader, Effort effort) {
        this.tile = tile;
        this.reader = reader;
        this.effort = effort;
    }

    /** Reads all packets, up to the end of the bytes: then with TRUNCATED. */
    void readAll() {
        for (ProgressionVolume volume : tile.volumes()) {
            switch (volume.order()) {
                case LAYER_RESOLUTION_COMPONENT_POSITION -> {
                    for (int layer = 0; layer < layerEnd(volume); layer++) {
                        for (int resolution = volume.firstResolution();
                                resolution < resolutionEnd(volume);
                                resolution++) {
                            readLayer(volume, resolution, layer);
                        }
                    }
                }
                case RESOLUTION_LAYER_COMPONENT_POSITION -> {
                    for (int resolution = volume.firstResolution(); resolution < resolutionEnd(volume); resolution++) {
                        for (int layer = 0; layer < layerEnd(volume); layer++) {
                            readLayer(volume, resolution, layer);
                        }
                    }
                }
                case RESOLUTION_POSITION_COMPONENT_LAYER ->
                    readPlaces(
                            volume,
                            Comparator.comparingInt(Place::resolution)
                                    .thenComparing(BY_POSITION)
                                    .thenComparingInt(Place::component));
                case POSITION_COMPONENT_RESOLUTION_LAYER ->
                    readPlaces(
                            volume,
                            BY_POSITION.thenComparingInt(Place::component).thenComparingInt(Place::resolution));
                case COMPONENT_POSITION_RESOLUTION_LAYER ->
                    readPlaces(
                            volume,
                            Comparator.comparingInt(Place::component)
                                    .thenComparing(BY_POSITION)
                                    .thenComparingInt(Place::resolution));
            }
        }
    }

    private int layerEnd(ProgressionVolume volume) {
        return Math.min(volume.layerEnd(), tile.coding().layers());
    }

    private int resolutionEnd(ProgressionVolume volume) {
        int most = 0;
        for (TileComponent component : tile.components()) {
            most = Math.max(most, component.resolutions().size());
        }
        return Math.min(volume.resolutionEnd(), most);
    }

    private void readLayer(ProgressionVolume volume, int level, int layer) {
        for (int index = volume.firstComponent(); index < volume.componentEnd(); index++) {
            effort.step();
            TileComponent component = tile.components().get(index);
            if (level < component.resolutions().size()) {
                Resolution resolution = component.resolutions().get(level);
                for (int precinct = 0; precinct < resolution.precinctCount(); precinct++) {
                    read(resolution, precinct, layer);
                }
            }
        }
    }

    private void readPlaces(ProgressionVolume volume, Comparator<Place> order) {
        List<Place> places = new ArrayList<>();
        for (int component = volume.firstComponent(); component < volume.componentEnd(); component++) {
            List<Resolution> resolutions = tile.components().get(component).resolutions();
            int end = Math.min(resolutions.size(), volume.resolutionEnd());
            for (int level = volume.firstResolution(); level < end; level++) {
                addPlaces(places, component, resolutions.get(level));
            }
        }
        places.sort(order);
        for (Place place : places) {
            Resolution resolution =
                    tile.components().get(place.component()).resolutions().get(place.resolution());
            for (int layer = 0; layer < layerEnd(volume); layer++) {
                read(resolution, place.precinct(), layer);
            }
        }
    }

    private void addPlaces(List<Place> places, int index, Resolution resolution) {
        TileComponent component = tile.components().get(index);
        int level = resolution.level();
        int reduction = component.resolutions().size() - 1 - level;
        int ppx = resolution.coding().precinctWidthExponent(level);
        int ppy = resolution.coding().precinctHeightExponent(level);
        for (int precinct = 0; precinct < resolution.precinctCount(); precinct++) {
            effort.step();
            long column = (long) resolution.firstColumn() + precinct % resolution.precinctsAcross();
            long row = (long) resolution.firstRow() + precinct / resolution.precinctsAcross();
            long x = (column << (ppx + reduction)) * component.size().separationX();
            long y = (row << (ppy + reduction)) * component.size().separationY();
            // A precinct that the tile's edge cuts stands at that edge.
            places.add(new Place(
                    row << ppy < resolution.area().y0() ? tile.area().y0() : y,
                    column << ppx < resolution.area().x0() ? tile.area().x0() : x,
                    index,
                    level,
                    precinct));
        }
    }

    /** Unless an earlier progression brought this layer already (B.12.2). */
    private void read(Resolution resolution, int index, int layer) {
        effort.step();
        Precinct precinct = resolution.precinct(index);
        if (precinct.layersRead() == layer) {
            reader.read(precinct, layer, resolution.coding().style());
        }
    }
}
