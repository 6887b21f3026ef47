package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the main header, or those of a tile where they differ. What is about one component goes before what is
 * about all, and a tile before the image (T.800 A.6).
 */
final class Parameters {
    static final int MAX_VOLUMES = 1024;

    private final @Nullable Parameters image;
    private final ComponentParameters[] components;
    private final ComponentParameters all = new ComponentParameters();
    private final List<ProgressionVolume> volumes = new ArrayList<>();
    private @Nullable TileCoding tileCoding;

    /** Of one component; null where nothing was said. */
    private static final class ComponentParameters {
        @Nullable
        ComponentCoding coding;

        @Nullable
        Quantisation quantisation;

        @Nullable
        Integer regionShift;
    }

    private Parameters(@Nullable Parameters image, int count) {
        this.image = image;
        this.components = new ComponentParameters[count];
        for (int i = 0; i < count; i++) {
            components[i] = new ComponentParameters();
        }
    }

    static Parameters ofImage(int components) {
        return new Parameters(null, components);
    }

    Parameters forTile() {
        return new Parameters(this, components.length);
    }

    void readCod(Segment in) {
        int codingStyle = in.uint8();
        tileCoding = TileCoding.read(in);
        all.coding = ComponentCoding.read(in, codingStyle);
    }

    void readCoc(Segment in) {
        ComponentParameters component = components[in.component(components.length)];
        component.coding = ComponentCoding.read(in, in.uint8());
    }

    void readQcd(Segment in) {
        all.quantisation = Quantisation.read(in);
    }

    void readQcc(Segment in) {
        ComponentParameters component = components[in.component(components.length)];
        component.quantisation = Quantisation.read(in);
    }

    void readRgn(Segment in) {
        ComponentParameters component = components[in.component(components.length)];
        if (in.uint8() != 0) {
            throw Faults.unsupported("A region of interest of Part 2");
        }
        component.regionShift = in.uint8();
    }

    void readPoc(Segment in) {
        volumes.addAll(ProgressionVolume.read(in, components.length));
        if (volumes.size() > MAX_VOLUMES) {
            throw Faults.limit("more changes of progression");
        }
    }

    TileCoding tileCoding() {
        if (tileCoding != null) {
            return tileCoding;
        }
        if (image != null) {
            return image.tileCoding();
        }
        throw Faults.corrupt("No coding style");
    }

    ComponentCoding coding(int component) {
        ComponentCoding found = find(component, parameters -> parameters.coding);
        if (found == null) {
            throw Faults.corrupt("No coding style");
        }
        return found;
    }

    Quantisation quantisation(int component) {
        Quantisation found = find(component, parameters -> parameters.quantisation);
        if (found == null) {
            throw Faults.corrupt("No quantisation");
        }
        return found;
    }

    /** By how many planes a region of interest was shifted up; 0 where there is none. */
    int regionShift(int component) {
        Integer found = find(component, parameters -> parameters.regionShift);
        return found == null ? 0 : found;
    }

    /** Changes of progression; empty if there are none. */
    List<ProgressionVolume> volumes() {
        return volumes.isEmpty() && image != null ? image.volumes() : volumes;
    }

    private <T> @Nullable T find(int component, Function<ComponentParameters, @Nullable T> part) {
        T own = part.apply(components[component]);
        if (own == null) {
            own = part.apply(all);
        }
        return own == null && image != null ? image.find(component, part) : own;
    }
}
