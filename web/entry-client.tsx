import "./styles/index.css";
import { hydrate } from "solid-js/web";
import type { Locale } from "../server/locale.shared.ts";
import { App } from "./app.tsx";
import { createMessages } from "./lib/i18n.ts";
import { setBrowserMessages } from "./lib/lazy-page.ts";

const root = document.getElementById("app")!;
const locale = document.documentElement.lang as Locale;
const site = root.dataset.site === "apex" ? "apex" : "council";
const { phrases, later } = await (locale === "en" ? import("./i18n/en/browser.ts") : import("./i18n/sq/browser.ts"));
const instance = createMessages(locale, phrases);
setBrowserMessages(instance, later);

hydrate(() => <App page={{ locale, site }} messages={instance} />, root);
document.documentElement.dataset.hydrated = "";

// Who goes to a search is shown suggestions; their code comes only then.
document.addEventListener("focusin", ({ target }) => {
  const input = target as HTMLInputElement;
  if (input.dataset.suggests) import("./ui/suggestions.ts").then(({ suggestTo }) => suggestTo(input));
});

// Only for the page that says that there is no connection; everything else comes from the network.
if (site === "council" && "serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
