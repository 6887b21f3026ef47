package org.symbolon.crosswalk.internal.store;

import java.util.List;

/** A block in plain form, with the series that it belongs to. */
record OpenBlock(SeriesState series, List<BlockEntry> entries) {}
