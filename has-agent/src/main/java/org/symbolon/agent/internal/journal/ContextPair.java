package org.symbolon.agent.internal.journal;

/** What a presentation context is made for: a SOP class in the transfer syntax in which its object lies on disk. */
public record ContextPair(String sopClassUid, String transferSyntaxUid) {}
