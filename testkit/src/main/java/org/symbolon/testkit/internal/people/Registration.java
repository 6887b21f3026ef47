package org.symbolon.testkit.internal.people;

/** A person's record at a clinic. */
public record Registration(Clinic clinic, String patientId) {}
