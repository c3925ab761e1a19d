import type { Suggestions } from "../../server/features/search/search.schema.ts";
import type { Locale } from "../../server/locale.shared.ts";

type Suggestion = Suggestions["suggestions"][number];

/** Milliseconds after the last key. */
const pause = 120;
const shortest = 2;

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = "", attributes: Record<string, string> = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** A title with what was typed marked in it. */
function marked({ title, titleRanges, language }: Suggestion, locale: Locale): HTMLElement {
  const shown = element("span", "", language === locale ? {} : { lang: language });
  let at = 0;
  for (const { start, end } of titleRanges) {
    shown.append(title.slice(at, start), element("mark", title.slice(start, end)));
    at = end;
  }
  shown.append(title.slice(at));
  return shown;
}

/**
 * Makes the field of a search a combobox as WAI-ARIA describes it: the list opens while somebody types, arrows go through
 * it, Enter opens what is chosen, Escape closes. Without a choice the form is sent as ever.
 */
export function suggestTo(input: HTMLInputElement): void {
  if (input.role) return;
  const list = input.parentElement!.querySelector("ul")!;
  const locale = document.documentElement.lang as Locale;
  const status = element("span", "", { role: "status", class: "hidden-visually" });
  list.after(status);
  for (const [key, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  }))
    input.setAttribute(key, value);
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.getAttribute("aria-label") ?? "");

  let addresses: string[] = [];
  let chosen = -1;
  let asking: AbortController | undefined;
  let timer = 0;

  const choose = (at: number) => {
    chosen = at;
    for (const [index, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(index === at));
    const option = list.children[at];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };
  const show = ({ suggestions, said }: Suggestions) => {
    addresses = suggestions.map(({ url }) => url[locale]);
    list.replaceChildren(
      ...suggestions.map((suggestion, at) => {
        const option = element("li", "", { role: "option", id: `${list.id}-${at}`, "aria-selected": "false" });
        option.append(marked(suggestion, locale), element("small", suggestion.label));
        return option;
      }),
    );
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = said;
    choose(-1);
  };
  const ask = async () => {
    asking?.abort();
    const text = input.value;
    if (text.trim().length < shortest) return close();
    asking = new AbortController();
    try {
      const query = new URLSearchParams({ q: text, lang: locale });
      const answer = await fetch(`/api/v1/search/suggestions?${query}`, { signal: asking.signal });
      if (answer.ok && document.activeElement === input) show(await answer.json());
    } catch {
      // What was typed meanwhile is asked for; a lost connection suggests nothing.
    }
  };

  input.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(ask, pause);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
      event.preventDefault();
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Beside the options there is the field itself.
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      window.location.assign(addresses[chosen]!);
    }
  });
  input.addEventListener("blur", () => window.setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const at = [...list.children].findIndex((option) => option.contains(event.target as Node));
    if (at >= 0) window.location.assign(addresses[at]!);
  });
  if (input.value) ask();
}
