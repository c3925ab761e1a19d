import "./styles/index.css";
import { hydrate } from "solid-js/web";
import type { Locale } from "../server/locale.shared.ts";
import { App } from "./app.tsx";
import { createMessages } from "./lib/i18n.ts";

const root = document.getElementById("app")!;
const locale = document.documentElement.lang as Locale;
const site = root.dataset.site === "apex" ? "apex" : "council";
const messages = locale === "en" ? (await import("./i18n/en/index.ts")).en : (await import("./i18n/sq/index.ts")).sq;
const instance = createMessages(locale, messages);

hydrate(() => <App page={{ locale, site }} messages={instance} />, root);
document.documentElement.dataset.hydrated = "";
