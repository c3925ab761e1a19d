import { nouns } from "../../../server/features/editing/editing.paths.shared.ts";
import { withoutPage } from "./kinds.ts";

const signIn = "it is part of signing in";
const upload = "it takes a file";
const importing = "it is part of an import";
const file = "it makes a file";
const nothing = "readers have it on no page of its own, and are shown none";

/** The routes whose time is not promised, each with why: sign-in, uploads, imports and generated files. */
export const leftApart: Readonly<Record<string, string>> = {
  ...because(signIn, [
    ...["GET /admin/hyrja", "POST /admin/hyrja", "GET /admin/kodi", "POST /admin/kodi", "POST /admin/dalja"],
    ...["POST /admin/hyrja/celesi", "POST /admin/hyrja/celesi/sfida"],
    ...["GET /admin/ftesa/:token", "POST /admin/ftesa/:token"],
    ...["GET /admin/fjalekalimi", "POST /admin/fjalekalimi"],
    ...["GET /admin/fjalekalimi/:token", "POST /admin/fjalekalimi/:token"],
    ...["GET /admin/llogaria/kodi", "POST /admin/llogaria/kodi"],
    ...["POST /admin/llogaria/rezerva", "POST /admin/llogaria/fjalekalimi"],
    ...["POST /admin/llogaria/celesat", "POST /admin/llogaria/celesat/sfida", "POST /admin/llogaria/celesat/heqja"],
    ...["GET /admin/operatori/:token", "POST /admin/operatori/:token"],
  ]),
  ...because(upload, [
    ...["GET /api/v1/admin/uploads", "POST /api/v1/admin/uploads", "GET /api/v1/admin/uploads/:id"],
    ...["PATCH /api/v1/admin/uploads/:id", "DELETE /api/v1/admin/uploads/:id"],
    ...["POST /api/v1/admin/uploads/:id/finish", "POST /admin/redaktimi/:entity/ngarkimi"],
    ...["POST /admin/dokumentet/ngarkimi", "POST /admin/dokumentet/:id/versioni"],
    ...["POST /admin/dokumentet/:id/propozimi", "POST /admin/projektaktet/:id/konsultimi/hearing_minutes"],
    ...["POST /admin/fotot/:entity/:id/ngarkimi", "POST /admin/cilesimet/stema/e-vet"],
    ...["POST /admin/mbledhjet/:id/dokumentet/ngarkimi", "POST /admin/mbledhjet/:id/pikat/:item/ngarkimi"],
    ...["POST /admin/mbledhjet/:id/procesverbali/ngarkimi", "POST /admin/mbledhjet/:id/regjistrimi/ngarkimi"],
    ...[
      "POST /admin/mbledhjet/:id/regjistrimi/titrat/ngarkimi",
      "POST /admin/mbledhjet/:id/regjistrimi/pamja/ngarkimi",
    ],
  ]),
  ...because(importing, [
    ...["POST /admin/importi", "GET /admin/importi/:id", "POST /admin/importi/:id/zhberja"],
    ...["GET /admin/importi/shqyrtime/:id", "POST /admin/importi/shqyrtime/:id"],
    "POST /admin/importi/shqyrtime/:id/hedhja",
  ]),
  ...because(file, [
    ...["GET /admin/auditi/auditi.csv", "GET /admin/gatishmeria/formulari.xlsx", "GET /admin/importi/shembuj/:file"],
    ...["GET /admin/mbledhjet/:id/procesverbali/projekti.docx", "GET /admin/mbledhjet/:id/procesverbali/projekti.pdf"],
    "POST /admin/mbledhjet/:id/procesverbali/publikimi",
  ]),
  ...because(
    nothing,
    withoutPage.flatMap((entity) => [
      `GET /admin/${nouns[entity].sq}/:id/parapamja`,
      `POST /admin/redaktimi/${entity}/parapamja`,
    ]),
  ),
};

function because(reason: string, routes: readonly string[]): Record<string, string> {
  return Object.fromEntries(routes.map((route) => [route, reason]));
}
