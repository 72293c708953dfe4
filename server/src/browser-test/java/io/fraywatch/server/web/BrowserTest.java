package io.fraywatch.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.fraywatch.server.fake.FakeDesk;
import io.fraywatch.server.fake.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages in a real Chromium, for people of all kinds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrowserTest {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/?asOf=2026-01-20",
                    "/search",
                    "/search?q=draft",
                    "/search?q=from:",
                    "/nowhere",
                    "/conversations/0000000000000001",
                    "/conversations/0000000000000004",
                    "/clients",
                    "/flags",
                    "/accounts",
                    "/accounts?tried=work");

    /// What the console says of any answer with an error status, a page's own too.
    private static final String NOT_LOADED = "Failed to load resource: the server responded";

    private final List<String> complaints = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Running server;

    @SuppressWarnings("NullAway.Init")
    private Playwright playwright;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    void start() {
        server =
                new Running(
                        new FakeDesk(text ->
                                text
                                        + "<img src=https://evil.example/x onerror=document.title='owned'>"));
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    void stop() {
        playwright.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "390, LIGHT", "390, DARK"})
    void pagesServeEverybodyAndAskNobodyElse(int width, ColorScheme scheme) {
        try (BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setColorScheme(scheme))) {
            Page page = watched(context);
            for (String path : PAGES) {
                page.navigate(server.uri(path).toString());
                assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                        .as(path)
                        .isEmpty();
                assertThat(
                                (Integer)
                                        page.evaluate(
                                                "document.documentElement.scrollWidth - innerWidth"))
                        .as(path + " needs no scrolling to the side")
                        .isLessThanOrEqualTo(0);
                assertThat(page.title()).isNotEqualTo("owned");
            }
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void theKeyboardAloneFindsAMail() {
        try (BrowserContext context = browser.newContext()) {
            Page page = watched(context);
            page.navigate(server.uri("/").toString());
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
            page.navigate(server.uri("/search").toString());
            page.waitForSelector("[name=q]:focus");
            page.keyboard().type("draft");
            page.waitForSelector(".hits li");
            assertThat(page.locator("[role=status]").innerText()).isEqualTo("3 mails found.");
            assertThat(page.url()).contains("q=draft");
            page.locator(".hits h2 a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/conversations/**");
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=draft", "/conversations/0000000000000001", "/accounts"})
    void theKeyboardReachesEverything(String path) {
        try (BrowserContext context = browser.newContext()) {
            Page page = watched(context);
            page.navigate(server.uri(path).toString());
            page.evaluate("document.activeElement.blur()");
            for (int tabs = 0; tabs < 60; tabs++) {
                page.keyboard().press("Tab");
                page.evaluate("document.activeElement.dataset.reached = 'yes'");
            }
            assertThat(
                            page.evaluate(
                                    "[...document.querySelectorAll('a, button, input, select, summary')]"
                                            + ".filter(e => e.checkVisibility() && !e.dataset.reached)"
                                            + ".map(e => e.outerHTML)"))
                    .isEqualTo(List.of());
        }
    }

    private Page watched(BrowserContext context) {
        complaints.clear();
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(NOT_LOADED)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(server.uri("/").toString())) {
                complaints.add("asked " + request.url());
            }
        });
        return page;
    }
}
