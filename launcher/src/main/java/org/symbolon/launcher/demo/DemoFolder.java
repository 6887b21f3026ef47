package org.symbolon.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.symbolon.launcher.certificates.PrivateFiles;
import org.symbolon.model.Secret;

/**
 * Everything a demo keeps, below one folder that only its owner may read: the data centre's disk, the agent's disk, keys,
 * logs, the sample hospital and what came home. A second demo finds it and goes on.
 */
record DemoFolder(Path root) {
    private static final int PASSWORD_BYTES = 24;

    static DemoFolder open(Path root) throws IOException {
        DemoFolder folder = new DemoFolder(root.toAbsolutePath().normalize());
        PrivateFiles.folder(folder.root);
        for (Path part :
                new Path[] {folder.dataCentre(), folder.agent(), folder.keys(), folder.logs(), folder.configuration()
                }) {
            PrivateFiles.folder(part);
        }
        return folder;
    }

    Path dataCentre() {
        return root.resolve("data-centre");
    }

    Path agent() {
        return root.resolve("agent");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path keystore() {
        return keys().resolve("organisation.p12");
    }

    Path passwordFile() {
        return keys().resolve("password");
    }

    Path logs() {
        return root.resolve("logs");
    }

    Path configuration() {
        return root.resolve("conf");
    }

    Path sample() {
        return root.resolve("sample");
    }

    Path restored() {
        return root.resolve("restored");
    }

    /** The one password of this demo, random, made at the first call. */
    Secret password() throws IOException {
        if (!Files.exists(passwordFile())) {
            byte[] bytes = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(bytes);
            Path temporary = keys().resolve("password.new");
            PrivateFiles.create(temporary);
            Files.writeString(temporary, HexFormat.of().formatHex(bytes) + "\n");
            Files.move(temporary, passwordFile());
        }
        return Secret.readFile(passwordFile());
    }
}
