package dev.trellis.platform.web.pages;

import dev.trellis.platform.web.BrowserCookies;
import dev.trellis.platform.web.BrowserCookies.Kind;
import dev.trellis.platform.web.Pages;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Has the browser forget a sentence once a page has said it. */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
public class Toasts implements ContainerResponseFilter {
    private final BrowserCookies cookies;

    public Toasts(BrowserCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (Pages.isHtml(response) && cookies.read(request.getCookies(), Kind.TOAST) != null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.forget(Kind.TOAST));
        }
    }
}
