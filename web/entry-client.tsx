import "./styles/index.css";
import { hydrate } from "solid-js/web";
import type { Locale } from "../server/locale.shared.ts";
import { App } from "./app.tsx";
import { createMessages } from "./lib/i18n.ts";
import { setBrowserMessages } from "./lib/lazy-page.ts";

const root = document.getElementById("app")!;
const locale = document.documentElement.lang as Locale;
const site = root.dataset.site === "apex" ? "apex" : "council";
const messages = locale === "en" ? (await import("./i18n/en/index.ts")).en : (await import("./i18n/sq/index.ts")).sq;
const instance = createMessages(locale, messages);
setBrowserMessages(instance);

hydrate(() => <App page={{ locale, site }} messages={instance} />, root);
document.documentElement.dataset.hydrated = "";

// Only for the page that says that there is no connection; everything else comes from the network.
if (site === "council" && "serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js").catch(() => {});
