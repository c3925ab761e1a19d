import type { InBoth } from "../features/elements/catalogue.shared.ts";
import type { InOtherLanguage } from "../pages/preview-language.ts";
import { fillPath } from "./home.shared.ts";
import type { WorkspaceContext } from "./scope.ts";
import type { TypedValues } from "./typed-values.ts";

/**
 * Where a preview is seen in the other language.
 * @param route to which it is sent, or that is asked for
 * @param sent the form that is previewed
 */
export function previewThere(c: WorkspaceContext, route: InBoth, sent?: TypedValues): InOtherLanguage {
  const asked = fillPath(route, c.req.param() as Record<string, string>);
  const path = asked[c.var.locale === "sq" ? "en" : "sq"];
  if (!sent) return { path };
  const fields = Object.entries(sent).flatMap(([name, all]) => [all].flat().map((value) => [name, value] as const));
  return { path, sent: fields };
}
