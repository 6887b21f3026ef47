/**
 * What the web servers of both sides share: {@link org.symbolon.web.WebServer} starts Javalin with limits and
 * {@link org.symbolon.web.SecurityHeaders}, {@link org.symbolon.web.PageFrame} draws what is around a page,
 * {@link org.symbolon.web.Assets} serves styles and scripts under names that change with their content.
 */
@NullMarked
package org.symbolon.web;

import org.jspecify.annotations.NullMarked;
