import { For, Show } from "solid-js";
import type { Piece } from "../../../server/features/editing/differences.ts";
import type { VersionsPageData } from "../../../server/features/editing/editing.view.ts";
import { useT } from "../../lib/i18n.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatInstantDay, formatTime } from "../../ui/format.ts";
import { AskedFirst, Buttons, Form, SubmitButton } from "../ui/form.tsx";
import { Page } from "../ui/page.tsx";

/** How something stood each time that it was saved, and what the chosen version changed. */
export default function VersionsPage(props: { data: VersionsPageData }) {
  const t = useT("editing");
  const { data } = props;
  return (
    <Page title={`${t("versions")}: ${data.title}`} lead={t("versions_lead")} wide>
      <p class="crumb">
        <a href={data.back}>{t("back_to_form")}</a>
      </p>
      <Show when={data.revisions.length > 0} fallback={<EmptyState title={t("no_versions")} />}>
        <ol class="versions">
          <For each={data.revisions}>
            {(one) => (
              <li>
                <a href={one.href} aria-current={one.isShown ? "true" : undefined}>
                  {t("version", { number: one.number })}
                </a>{" "}
                <time datetime={one.at}>
                  {formatInstantDay(one.at)}, {formatTime(one.at)}
                </time>{" "}
                <span>
                  {one.by}, {one.what}
                </span>{" "}
                <Show when={one.isNow}>
                  <span class="tag good">{t("holds")}</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={data.shown}>
        {(shown) => (
          <section aria-labelledby="differences">
            <h2 id="differences">
              {t("differences")}: {t("version", { number: shown().number })}
            </h2>
            <Show when={shown().differences.length > 0} fallback={<p>{t("first_version")}</p>}>
              <dl class="differences">
                <For each={shown().differences}>
                  {(one) => (
                    <>
                      <dt>{one.label}</dt>
                      <dd>
                        <Show when={!one.isForm} fallback={<p class="hint">{t("only_form")}</p>}>
                          <Show
                            when={one.words}
                            fallback={
                              <>
                                <p>
                                  <span class="hint">{t("was")}:</span> <del>{one.before || t("empty_value")}</del>
                                </p>
                                <p>
                                  <span class="hint">{t("is")}:</span> <ins>{one.after || t("empty_value")}</ins>
                                </p>
                              </>
                            }
                          >
                            {(words) => (
                              <p>
                                <For each={words()}>{(piece) => <Changed {...piece} />}</For>
                              </p>
                            )}
                          </Show>
                        </Show>
                      </dd>
                    </>
                  )}
                </For>
              </dl>
            </Show>
            <Show when={shown().restore}>
              {(action) => (
                <Form name="restore" action={action()} label={t("restore")}>
                  <Show when={shown().persons}>{(persons) => <AskedFirst {...persons()} />}</Show>
                  <Buttons>
                    <SubmitButton plain>{t("restore")}</SubmitButton>
                  </Buttons>
                </Form>
              )}
            </Show>
          </section>
        )}
      </Show>
    </Page>
  );
}

/** A piece of a text. Few screen readers tell what is taken out and what is put in: words say it to them. */
function Changed(props: Piece) {
  const t = useT("editing");
  const told = () => <span class="hidden-visually">{`[${t(`piece_${props.change as "added"}`)}:] `}</span>;
  return (
    <Show when={props.change !== "same"} fallback={props.text}>
      <Show
        when={props.change === "added"}
        fallback={
          <del>
            {told()}
            {props.text}
          </del>
        }
      >
        <ins>
          {told()}
          {props.text}
        </ins>
      </Show>
    </Show>
  );
}
