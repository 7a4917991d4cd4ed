/**
 * What every page of the web app shares: forms that keep what was typed, cookies, protection against forged requests,
 * security headers, refusals as pages, charts, files for the browser, and the frame around it all.
 */
@NullMarked
package dev.trellis.platform.web.pages;

import org.jspecify.annotations.NullMarked;
