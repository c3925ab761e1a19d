import { For, Show } from "solid-js";
import type { Certainty } from "../../../server/features/deadlines/rules.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { RegisterTable } from "../../ui/register-table.tsx";
import type { RuleShown, RulesShown } from "./deadlines-query.ts";
import { useLengthOf } from "./length-of.ts";

const looks: Record<Certainty, string> = { V: "good", "M+": "warn", M: "warn", "M-": "bad", "not-found": "none" };

/** Every period, law by law, with its article and how sure it is. */
export function RulesTable(props: { rules: RulesShown }) {
  const t = useT("periods");
  const laws = () => [...Map.groupBy(props.rules.rules, ({ law }) => law)];
  return (
    <section aria-labelledby="rules">
      <div class="bar">
        <h2 id="rules">{t("rules")}</h2>
      </div>
      <div class="note">
        <p>
          <strong>{t("counting")}</strong>
        </p>
        <p>{props.rules.counting.text}</p>
        <p class="small soft">
          {t("counting_law", {
            law: props.rules.laws[props.rules.counting.law],
            article: props.rules.counting.article,
          })}
        </p>
      </div>
      <For each={laws()}>{([law, rules]) => <RulesOfLaw law={props.rules.laws[law]!} rules={rules} />}</For>
    </section>
  );
}

function RulesOfLaw(props: { law: string; rules: readonly RuleShown[] }) {
  const t = useT("periods");
  const { length, ofRule } = useLengthOf();
  return (
    <div class="rules-of-law">
      <RegisterTable
        caption={props.law}
        captionShown
        rows={props.rules}
        columns={[
          {
            label: t("what"),
            cell: (rule) => (
              <>
                {rule.title}
                <Show when={rule.note}>
                  <p>{rule.note}</p>
                </Show>
              </>
            ),
          },
          {
            label: t("length"),
            cell: (rule) => (
              <div>
                {ofRule(rule)}
                <Show when={rule.council}>
                  {(own) => (
                    <p>
                      <strong>{t("council_own", { length: length(own()) })}</strong> ({own().ground})
                    </p>
                  )}
                </Show>
              </div>
            ),
          },
          { label: t("begins"), cell: (rule) => rule.startsWith },
          { label: t("article"), cell: (rule) => rule.article ?? <span class="soft">{t("no_article")}</span> },
          {
            label: t("certainty"),
            cell: (rule) => (
              <div>
                <span class={`tag ${looks[rule.certainty]}`}>{t(`certainty.${rule.certainty}`)}</span>
                <Show when={rule.source}>
                  {(source) => (
                    <details class="small soft">
                      <summary>{t("source")}</summary>
                      {source()}
                    </details>
                  )}
                </Show>
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}
