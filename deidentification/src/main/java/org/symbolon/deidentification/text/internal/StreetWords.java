package org.symbolon.deidentification.text.internal;

import java.util.Set;

/** Words of addresses that name no place by themselves, folded. */
final class StreetWords {
    private static final Set<String> WORDS = Set.of(
            "street", "avenue", "road", "boulevard", "lane", "drive", "court", "place", "square", "terrace", "suite",
            "unit", "apartment", "floor", "building", "highway", "parkway", "alley", "annex", "burg", "bypass",
            "center", "corner", "crescent", "crossroad", "dale", "divide", "estate", "extension", "ferry", "heights",
            "highlands", "junction", "knoll", "landing", "loaf", "manor", "meadow", "mission", "mount", "neck",
            "orchard", "park", "pass", "path", "pike", "port", "promenade", "quay", "rapid", "route", "rue", "run",
            "spur", "station", "stravenue", "track", "trailer", "tunnel", "union", "via", "viaduct", "view", "village",
            "vista", "walk", "well", "ulica", "aleja", "plac", "osiedle", "gatve", "prospektas", "aleje", "kaimas",
            "miestas", "rajonas", "county", "state", "city", "town", "north", "south", "east", "west", "upper",
            "lower", "saint", "fort", "united", "states", "home", "work");

    private StreetWords() {}

    static boolean contains(String folded) {
        return WORDS.contains(folded);
    }
}
