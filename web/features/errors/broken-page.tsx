import { useIsRouting, useLocation } from "@solidjs/router";
import { createEffect, Show } from "solid-js";
import { isServer } from "solid-js/web";
import { plainPages } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { pageEvent, usePage } from "../../lib/page-context.tsx";
import { Page } from "../../ui/page.tsx";

/** The address that came as a document. */
const first = isServer ? "" : window.location.pathname + window.location.search;

/**
 * Shown in the browser when a page breaks there. On the server the failure is passed on and nothing of this is sent. A
 * page that broke on the way to it is asked for as a document: perhaps there is only no connection, and then that is said.
 */
export function BrokenPage(props: { failure: unknown }) {
  const t = useT();
  const event = pageEvent();
  if (event) event.failure ??= props.failure;
  const location = useLocation();
  const isRouting = useIsRouting();
  const isFirst = isServer || location.pathname + location.search === first;
  if (isFirst && !isServer) reportError(props.failure);
  createEffect(() => {
    if (!isFirst && !isRouting()) window.location.reload();
  });
  return (
    <Show when={isFirst}>
      <Page title={t("error.broken_title")} lead={<p>{t("error.broken_text")}</p>} class="lone">
        <p>
          <a class="button" href={plainPages.home[usePage().locale]}>
            {t("error.back_home")}
          </a>
        </p>
      </Page>
    </Show>
  );
}
