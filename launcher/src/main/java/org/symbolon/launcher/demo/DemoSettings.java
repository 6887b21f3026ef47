package org.symbolon.launcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the configuration files of both sides of a demo; ports are the standard ones where those are free. */
final class DemoSettings {
    static final String PROFILE = "archive";
    static final int DATA_CENTRE_PORT = 7183;
    static final int RECORDS_PORT = 9183;
    static final int PORTAL_PORT = 8080;
    static final int MLLP_PORT = 2575;
    static final int INTAKE_PORT = 11112;
    static final int INTAKE_TLS_PORT = 2762;

    private DemoSettings() {}

    static Path writeDataCentre(DemoFolder folder, String organisation) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data.dir", folder.dataCentre().toString());
        settings.put("dicom.port", Integer.toString(freeOrAny(DATA_CENTRE_PORT)));
        settings.put("hl7.port", Integer.toString(freeOrAny(RECORDS_PORT)));
        settings.put("portal.port", Integer.toString(freeOrAny(PORTAL_PORT)));
        putStores(settings, "", folder, "data-centre");
        settings.put("organisation." + organisation, organisation);
        return write(folder.configuration().resolve("mdc.properties"), settings);
    }

    static Path writeAgent(DemoFolder folder, String organisation, int dataCentrePort, int recordsPort)
            throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("data.dir", folder.agent().toString());
        settings.put("keystore.file", folder.keystore().toString());
        settings.put("keystore.password-file", folder.passwordFile().toString());
        settings.put("profile", PROFILE);
        settings.put("source", organisation);
        settings.put("intake.port", Integer.toString(freeOrAny(INTAKE_PORT)));
        settings.put("intake.mllp.port", Integer.toString(freeOrAny(MLLP_PORT)));
        settings.put("intake.tls.port", Integer.toString(freeOrAny(INTAKE_TLS_PORT)));
        settings.put("data-centre.host", "127.0.0.1");
        settings.put("data-centre.port", Integer.toString(dataCentrePort));
        settings.put("data-centre.records.port", Integer.toString(recordsPort));
        putStores(settings, "", folder, "agent");
        putStores(settings, "intake.", folder, "agent");
        return write(folder.configuration().resolve("agent.properties"), settings);
    }

    private static void putStores(Map<String, String> settings, String prefix, DemoFolder folder, String name) {
        settings.put(
                prefix + "tls.keystore", folder.keys().resolve(name + ".p12").toString());
        settings.put(
                prefix + "tls.keystore-password-file", folder.passwordFile().toString());
        settings.put(
                prefix + "tls.truststore",
                folder.keys().resolve("truststore.p12").toString());
        settings.put(
                prefix + "tls.truststore-password-file", folder.passwordFile().toString());
    }

    private static Path write(Path file, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder("# Written by symbolon demo, anew at each start.\n");
        settings.forEach((key, value) -> text.append(key)
                .append(" = ")
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        return Files.writeString(file, text);
    }

    private static int freeOrAny(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException taken) {
            return 0;
        }
    }
}
