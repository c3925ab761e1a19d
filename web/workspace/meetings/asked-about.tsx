import { For, Show } from "solid-js";
import { documentsPaths } from "../../../server/features/documents/documents.paths.shared.ts";
import type { PapersAsked } from "../../../server/features/meetings/desk/papers-persons.ts";
import { fillPath } from "../../../server/workspace/home.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { usePage } from "../../lib/page-context.tsx";
import { useField } from "../ui/form-context.ts";

/** What seems to be said about persons in papers, place by place: whoever has looked says so, or takes the file out. */
export function AskedAbout(props: { asked: PapersAsked | null }) {
  const t = useT("desk");
  const edit = useT("editing");
  const documents = useT("documents");
  const { locale } = usePage();
  const { say, lang } = useLocalized();
  const field = useField("persons");
  return (
    <Show when={field.error ? props.asked : null}>
      {(asked) => (
        <section class="problem persons">
          <h2>{asked().isUnseen ? edit("unseen") : t("asked_title")}</h2>
          <p>{asked().isUnseen ? edit("unseen_lead") : t("asked_lead")}</p>
          <For each={asked().papers}>
            {(paper) => (
              <>
                <p>
                  <a href={fillPath(documentsPaths.one, { id: paper.id })[locale]} lang={lang(paper.title)}>
                    {say(paper.title)}
                  </a>
                </p>
                <ul>
                  <For each={paper.places}>{(place) => <li>{place}</li>}</For>
                  <Show when={paper.more > 0}>
                    <li>{documents("persons_more", { more: paper.more })}</li>
                  </Show>
                </ul>
              </>
            )}
          </For>
          <Show when={asked().held.length > 0}>
            <fieldset class="choices">
              <legend>{t("asked_held")}</legend>
              <For each={asked().held}>
                {(file) => (
                  <label class="choice">
                    <input type="checkbox" name="held" value={file.id} checked />
                    <span lang={lang(file.title)}>{say(file.title)}</span>
                  </label>
                )}
              </For>
            </fieldset>
          </Show>
          <label class="choice">
            <input
              id={field.id}
              type="checkbox"
              name="persons"
              value={asked().mark}
              aria-invalid={field.error ? "true" : undefined}
            />
            <span>{edit("persons_confirm")}</span>
          </label>
        </section>
      )}
    </Show>
  );
}
