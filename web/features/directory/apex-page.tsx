import { createAsync } from "@solidjs/router";
import { For } from "solid-js";
import { body, councilsApi, pageQuery } from "../../lib/api.ts";
import { usePage } from "../../lib/page-context.tsx";

const getCouncils = pageQuery(async () => body(await councilsApi.index.$get()), "councils");

export function ApexPage() {
  const { locale } = usePage();
  const directory = createAsync(() => getCouncils());
  return (
    <main id="main" class="wrap">
      <ul>
        <For each={directory()?.councils}>
          {(c) => (
            <li>
              <a href={c.url}>{c.names.council[locale]}</a>
            </li>
          )}
        </For>
      </ul>
    </main>
  );
}
