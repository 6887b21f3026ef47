package org.symbolon.testkit.internal.people;

/**
 * A hospital that issues patient IDs. Its own texts are ASCII, so that they fit every character set.
 *
 * @param issuer Issuer of Patient ID (0010,0021)
 * @param uidRoot root of its machines' UIDs, or empty where they make UUID-derived ones (PS3.5 B.2)
 */
public record Clinic(
        String folder,
        String issuer,
        String institution,
        String address,
        String department,
        String stationPrefix,
        String uidRoot,
        String referrer,
        String referrerPhone,
        String radiologist,
        String operator) {

    static final Clinic GABRIEL = new Clinic(
            "gabriel",
            "SGK-NEMUNAVA",
            "Sv. Gabrieliaus universitetine klinika",
            "Liepu kalno aleja 2, LT-99100 Naujoji Nemunava",
            "Radiologijos skyrius Nr. 3 (Gabrielius)",
            "SGKRAD",
            "1.3.6.1.4.1.32473.17.4.20071",
            "Petrauskiene-Vilkaite^Aldona^^Dr.",
            "+370 655 5014471",
            "Narbutavicius^Rimvydas^^Prof.",
            "Zukauskinaite^Birute");
    static final Clinic BRZOZOWA = new Clinic(
            "brzozowa",
            "SZP-BRZOZOWA",
            "Szpital Wojewodzki im. Heleny Brzozowej",
            "ul. Szpitalna Gora 101, 00-998 Nowa Brzezina",
            "Pracownia Rentgenodiagnostyki Brzozowa II",
            "BRZ_PRAC",
            "",
            "Wojciechowiczowa^Krystyna^^dr n. med.",
            "+48 225 550 1932",
            "Jastrzebiowski^Wieslaw^^dr hab.",
            "Malinowiczka^Teresa");
    static final Clinic HARROW = new Clinic(
            "harrow",
            "HARROWVALE-PAS",
            "Harrow Vale Imaging Centre and Infirmary",
            "1 Quarryside Gate, ZZ9 1AA Harrow Vale",
            "Cross-sectional Suite, Quarryside Wing",
            "HVIC-SUITE",
            "1.3.6.1.4.1.32473.880.12",
            "Pennyworthing^Constance^^Dr",
            "+44 1632 960 774",
            "Featherstonely^Edmund^^Dr",
            "Oakenshawe^Harriet");
}
