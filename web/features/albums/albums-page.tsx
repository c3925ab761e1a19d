import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import type { PageMatch } from "../../../server/pages/page-routes.shared.ts";
import { useT } from "../../lib/i18n.ts";
import { usePage } from "../../lib/page-context.tsx";
import { Pagination } from "../../ui/pagination.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import NotFoundPage from "../errors/not-found-page.tsx";
import { AlbumCards } from "./album-cards.tsx";
import { getAlbums } from "./albums-query.ts";

/** The photo gallery, newest album first. */
export default function AlbumsPage(props: { match: PageMatch }) {
  const location = useLocation();
  const { locale } = usePage();
  const t = useT("collections");
  const element = elementByCode("V.1.5");
  const description = useElement(() => props.match.code!);
  const page = () => new URLSearchParams(location.search).get("page") ?? "1";
  const list = createAsync(() => getAlbums(/^[1-9]\d{0,5}$/.test(page()) ? page() : "1"));
  const address = (number: number) => `${element.path[locale]}${number > 1 ? `?page=${number}` : ""}`;
  return (
    <Show when={list() !== null} fallback={<NotFoundPage />}>
      <ElementPage element={element} description={description()} isFilled={(list()?.total ?? 0) > 0}>
        <Show when={list()?.total ? list() : undefined}>
          {(found) => (
            <>
              <h2 class="found">{t("albums", { count: found().total })}</h2>
              <AlbumCards albums={found().items} count={(count) => t("photos", { count })} />
              <Pagination page={found().page} pages={found().pages} address={address} />
            </>
          )}
        </Show>
      </ElementPage>
    </Show>
  );
}
