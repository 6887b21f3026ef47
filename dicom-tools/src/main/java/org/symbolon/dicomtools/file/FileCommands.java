package org.symbolon.dicomtools.file;

import java.util.List;

/** The sub-commands over files. */
public final class FileCommands {
    private FileCommands() {}

    /** New ones, each to be registered once. */
    public static List<Object> all() {
        return List.of(
                new DumpCommand(),
                new JsonCommand(),
                new XmlCommand(),
                new CopyCommand(),
                new RenderCommand(),
                new ValidateCommand());
    }
}
