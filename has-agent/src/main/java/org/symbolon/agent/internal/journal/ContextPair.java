package org.symbolon.agent.internal.journal;

/** What a presentation context is made for: a SOP class in the transfer syntax in which its object lies on disk. */
public record ContextPair(String sopClassUid, String transferSyntaxUid) {
    /** A textual record has no SOP class; its media type stands where the transfer syntax stands for images. */
    static ContextPair ofRecord(String mediaType) {
        return new ContextPair("", mediaType);
    }
}
