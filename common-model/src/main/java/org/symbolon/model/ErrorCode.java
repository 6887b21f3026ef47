package org.symbolon.model;

/**
 * Every way in which Symbolon says no. A code is stable: scripts, quarantine rows and the {@code --json} output carry its
 * name. The one table from codes to DIMSE status (PS3.7 annex C, PS3.4 table B.2-1), HTTP status and process exit code is
 * this enum.
 */
public enum ErrorCode {
    /** The command line or an API was used wrongly. */
    USAGE(Kind.CALLER, Retry.NEVER, 0x0110, 400, 2),
    /** A setting is missing, unknown or out of range. */
    CONFIGURATION(Kind.CONFIGURATION, Retry.NEVER, 0x0110, 500, 78),
    /** The file is of a kind that this version does not take in. */
    UNSUPPORTED_FORMAT(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 415, 65),
    /** The file has no byte. */
    EMPTY_FILE(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 400, 65),
    /** Neither a Part 10 file nor a bare data set in one of the uncompressed syntaxes. */
    NOT_DICOM(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 415, 65),
    /** The data set ends inside an element, item or fragment. */
    TRUNCATED(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 400, 65),
    /** The bytes contradict PS3.5 or PS3.10 in a way that leaves their meaning open. */
    CORRUPT(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 400, 65),
    /** A named limit of the configuration was passed. */
    LIMIT_EXCEEDED(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 413, 65),
    /** The transfer syntax is not one of PS3.6 annex A. */
    UNKNOWN_TRANSFER_SYNTAX(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC000, 415, 65),
    /** SOP class, SOP instance, series or study UID is absent, empty, or no UID (PS3.5 section 9.1). */
    MISSING_UID(Kind.MALFORMED_INPUT, Retry.NEVER, 0xA900, 400, 65),
    /** The C-STORE command and the data set name different instances or classes. */
    UID_MISMATCH(Kind.MALFORMED_INPUT, Retry.NEVER, 0xA900, 409, 65),
    /** The object arrived at the data centre without the marks of a de-identified object (PS3.15 E.1.1). */
    NOT_DEIDENTIFIED(Kind.CALLER, Retry.NEVER, 0xC001, 403, 65),
    /** The de-identified object would still carry an identity, or it cannot be told that it does not. */
    IDENTITY_AT_RISK(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC002, 422, 65),
    /** A result of this very crosswalk was given to be de-identified once more. */
    ALREADY_DEIDENTIFIED(Kind.MALFORMED_INPUT, Retry.NEVER, 0xC003, 409, 65),
    /** The peer has no certificate, or one that maps to no organisation. */
    NOT_AUTHORISED(Kind.CALLER, Retry.NEVER, 0x0124, 403, 77),
    /** The peer accepts none of the offered presentation contexts. */
    NOT_ACCEPTED_BY_PEER(Kind.PEER, Retry.NEVER, 0x0122, 406, 69),
    /** The peer broke the protocol. */
    PROTOCOL_VIOLATION(Kind.PEER, Retry.SAFE, 0x0211, 400, 76),
    /** The peer cannot be reached, or went away before anything was sent. */
    PEER_UNAVAILABLE(Kind.PEER, Retry.SAFE, 0xA700, 503, 69),
    /** The peer went away after something was sent: it may or may not have been done. */
    OUTCOME_UNKNOWN(Kind.PEER, Retry.UNKNOWN, 0xA700, 504, 75),
    /** The peer refused with a failure status of its own. */
    REFUSED_BY_PEER(Kind.PEER, Retry.NEVER, 0xC000, 502, 69),
    /** Disk full, cluster away, too many associations: the same request may succeed later. */
    OUT_OF_RESOURCES(Kind.RESOURCE, Retry.SAFE, 0xA700, 503, 75),
    /** Nothing is known under that name. */
    NOT_FOUND(Kind.CALLER, Retry.NEVER, 0xC000, 404, 66),
    /** The password, the keystore or the organisation does not fit. */
    WRONG_KEY(Kind.CALLER, Retry.NEVER, 0xC000, 403, 77),
    /** A sealed record or a stored object is not what was written. */
    DAMAGED(Kind.RESOURCE, Retry.NEVER, 0xC000, 500, 65),
    /** Two halves were put together that do not belong together. */
    HALVES_DO_NOT_MATCH(Kind.CALLER, Retry.NEVER, 0xC000, 409, 65),
    /** A defect of Symbolon. */
    INTERNAL(Kind.BUG, Retry.NEVER, 0x0110, 500, 70);

    /** Who is to act on an error. */
    public enum Kind {
        CALLER,
        MALFORMED_INPUT,
        PEER,
        RESOURCE,
        CONFIGURATION,
        BUG
    }

    /** Whether the same request may be made again; {@code UNKNOWN} forbids cleaning up as well. */
    public enum Retry {
        NEVER,
        SAFE,
        UNKNOWN
    }

    private final Kind kind;
    private final Retry retry;
    private final int dimseStatus;
    private final int httpStatus;
    private final int exitCode;

    ErrorCode(Kind kind, Retry retry, int dimseStatus, int httpStatus, int exitCode) {
        this.kind = kind;
        this.retry = retry;
        this.dimseStatus = dimseStatus;
        this.httpStatus = httpStatus;
        this.exitCode = exitCode;
    }

    public Kind kind() {
        return kind;
    }

    public Retry retry() {
        return retry;
    }

    /** Status (0000,0900) for a C-STORE response, 16 bit unsigned. */
    public int dimseStatus() {
        return dimseStatus;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /**
     * Acknowledgement code of an HL7 v2 answer (MSA-1, table 0008): AE where the message itself is at fault, AR where it was not
     * taken for another reason and may be sent again.
     */
    public String hl7Acknowledgement() {
        return switch (kind) {
            case MALFORMED_INPUT -> "AE";
            case CALLER, PEER, RESOURCE, CONFIGURATION, BUG -> "AR";
        };
    }

    /** Exit code of a command that ends with this error, after sysexits(3) where that has one. */
    public int exitCode() {
        return exitCode;
    }
}
