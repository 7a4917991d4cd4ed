package dev.trellis.testing;

import com.microsoft.playwright.BrowserContext.WaitForConditionOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A page whose closing always comes to an end. Chromium says yes to the closing of a page that is just arriving somewhere
 * and then forgets about it, and Playwright waits for ever (microsoft/playwright#41900, crbug.com/536385539). So it is
 * asked again, without waiting; a page that still stays is left to the end of the run.
 */
record ClosingPage(Page page) implements InvocationHandler {
    private static final int TRIES = 5;
    private static final WaitForConditionOptions PATIENCE = new WaitForConditionOptions().setTimeout(2_000);

    static Page of(Page page) {
        return (Page)
                Proxy.newProxyInstance(Page.class.getClassLoader(), new Class<?>[] {Page.class}, new ClosingPage(page));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.getName().equals("close")) {
            close();
            return null;
        }
        try {
            return method.invoke(page, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void close() {
        for (var tries = 0; tries < TRIES && !page.isClosed(); tries++) {
            page.close(new Page.CloseOptions().setRunBeforeUnload(true));
            try {
                page.context().waitForCondition(page::isClosed, PATIENCE);
            } catch (TimeoutError stillThere) {
                // Asked once more.
            }
        }
    }
}
