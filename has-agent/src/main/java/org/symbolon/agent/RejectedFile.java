package org.symbolon.agent;

import java.nio.file.Path;
import org.symbolon.model.ErrorCode;

/** A file that was not archived. The path is for the person who named it, never for a log. */
public record RejectedFile(Path file, ErrorCode code) {}
