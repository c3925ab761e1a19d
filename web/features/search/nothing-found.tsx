import { For, Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";

const examples = ["example_1", "example_2", "example_3", "example_4"] as const;
const browsed = ["I.3.6", "I.3.7", "I.3.3", "I.2.1", "V.1.1"] as const;

/** Questions that others ask, to begin with. */
export function Examples(props: { address: (q: string) => string }) {
  const t = useT("search");
  return (
    <p class="examples">
      <span>{t("examples")}: </span>
      <For each={examples}>
        {(example, at) => (
          <>
            <a link href={props.address(t(example))}>
              {t(example)}
            </a>
            {at() < examples.length - 1 ? ", " : ""}
          </>
        )}
      </For>
    </p>
  );
}

/** The registers themselves, for who would rather look than search. */
export function Browse() {
  const t = useT("search");
  const { locale } = usePage();
  return (
    <p class="examples">
      <span>{t("browse")}: </span>
      <For each={browsed}>
        {(code, at) => (
          <>
            <a link href={elementByCode(code).path[locale]}>
              {elementByCode(code).short[locale]}
            </a>
            {at() < browsed.length - 1 ? ", " : ""}
          </>
        )}
      </For>
    </p>
  );
}

/** What to do where nothing was found: another spelling, other words, a written request. */
export function NothingFound(props: { q: string; withoutFilters: string | null; address: (q: string) => string }) {
  const t = useT("search");
  const { locale } = usePage();
  const asking = elementByCode("II.1.2");
  return (
    <section class="nothing-found" aria-labelledby="help">
      <h2 id="help">{t("help")}</h2>
      <ul>
        <Show when={props.withoutFilters}>
          {(all) => (
            <li>
              {t("help_filters")}{" "}
              <a link href={all()}>
                {props.q}
              </a>
            </li>
          )}
        </Show>
        <li>{t("help_fewer")}</li>
        <li>{t("help_other")}</li>
        <li>{t("help_number", { example: "VKB 12/2026" })}</li>
        <li>
          {t("help_ask")}{" "}
          <a link href={asking.path[locale]}>
            {t("ask")}
          </a>
        </li>
      </ul>
      <Examples address={props.address} />
      <Browse />
    </section>
  );
}
