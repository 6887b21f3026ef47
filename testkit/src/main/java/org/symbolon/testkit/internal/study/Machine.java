package org.symbolon.testkit.internal.study;

/** The invented machines; makers and models are no real ones. */
enum Machine {
    CT("CT", "Palimpsest Medical", "Tessera 64", "CT1"),
    CR("CR", "Gnomon Roentgen", "Plate Reader G4", "CR2"),
    MG("MG", "Gnomon Roentgen", "Selene 3", "MG1"),
    US("US", "Aulos Ultrasonics", "Echo Lyra", "US4"),
    MR("MR", "Palimpsest Medical", "Magnes 1.5", "MR1"),
    SR("SR", "Stylus Reporting", "Dictate", "RPT"),
    SC("OT", "Lampas Workstations", "Viewer", "WS3");

    private final String modality;
    private final String manufacturer;
    private final String model;
    private final String station;

    Machine(String modality, String manufacturer, String model, String station) {
        this.modality = modality;
        this.manufacturer = manufacturer;
        this.model = model;
        this.station = station;
    }

    String modality() {
        return modality;
    }

    String manufacturer() {
        return manufacturer;
    }

    String model() {
        return model;
    }

    String station() {
        return station;
    }
}
