import { For, Show } from "solid-js";
import { useT } from "../../lib/i18n.ts";
import type { ElementDescription } from "./elements-query.ts";

/** The rules of law that an element rests on, law by law; what has not been read in the law itself says so. */
export function LegalBasis(props: { rules: ElementDescription["legal"] }) {
  const t = useT("elements");
  const laws = () => [...new Set(props.rules.map(({ law }) => law))];
  return (
    <Show when={props.rules.length > 0}>
      <section aria-labelledby="legal">
        <div class="bar">
          <h2 id="legal">{t("legal_title")}</h2>
        </div>
        <For each={laws()}>
          {(law) => (
            <div class="law">
              <h3>{law}</h3>
              <dl>
                <For each={props.rules.filter((rule) => rule.law === law)}>
                  {(rule) => (
                    <div>
                      <dt>
                        <Show when={rule.article} fallback={<span class="hidden-visually">{t("no_article")}</span>}>
                          {(article) => t("article", { article: article() })}
                        </Show>
                      </dt>
                      <dd>
                        {rule.text}
                        <Show when={!rule.isChecked}>
                          <small>{t("legal_unchecked")}</small>
                        </Show>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </div>
          )}
        </For>
      </section>
    </Show>
  );
}
