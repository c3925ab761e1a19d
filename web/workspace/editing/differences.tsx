import { For, Show } from "solid-js";
import type { DifferenceView } from "../../../server/features/editing/desk/differences-view.ts";
import type { Piece } from "../../../server/features/editing/differences.ts";
import { useT } from "../../lib/i18n.ts";

/** Where two versions differ: of texts word by word, of all else before and after. */
export function Differences(props: { differences: readonly DifferenceView[] }) {
  const t = useT("editing");
  return (
    <dl class="differences">
      <For each={props.differences}>
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
