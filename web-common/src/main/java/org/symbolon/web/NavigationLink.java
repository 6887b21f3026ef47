package org.symbolon.web;

/** An entry of a site's main menu. */
public record NavigationLink(String href, String title) {}
