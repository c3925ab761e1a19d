import { phrases } from "../../http/phrases.ts";
import { dayIn, daysBefore } from "../../local-time.ts";
import { page, type WorkspaceFeatureOf } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { mayChangeSettings, maySeeAllDrafts } from "../accounts/policies.ts";
import { findMisses } from "./misses.service.ts";
import { searchesPaths as paths } from "./searches.paths.shared.ts";
import { changeTogether, TogetherChange } from "./together.service.ts";

/** Days back that are shown, and how many questions. */
const shownDays = 90;
const mostShown = 100;

async function searches(c: WorkspaceContext) {
  const { actor, db, now } = c.var;
  return db.read(async (tx) => {
    const [{ misses, rare }, settings] = await Promise.all([
      findMisses(tx, daysBefore(dayIn(now), shownDays), mostShown),
      tx.selectFrom("tenant_settings").select("searched_with_others").executeTakeFirstOrThrow(),
    ]);
    return {
      misses,
      rare,
      days: shownDays,
      searchedWithOthers: settings.searched_with_others,
      mayChange: mayChangeSettings(actor),
    };
  });
}
export type Searches = Awaited<ReturnType<typeof searches>>;

const searchesPage = async (c: WorkspaceContext): Promise<Shown> => ({
  view: "searches/searches-page",
  data: await searches(c),
});

/** What people looked for and did not find, and whether the council is searched together with others. */
export const searchesWorkspace: WorkspaceFeatureOf = () => ({
  routes: [
    page(paths.searches, maySeeAllDrafts, searchesPage),
    form(paths.together, mayChangeSettings, {
      name: "together",
      schema: TogetherChange,
      at: paths.searches,
      save: async (c, input) => {
        await c.var.db.write((tx) => changeTogether(tx, doing(c), input));
        return `${paths.searches[c.var.locale]}?done=saved`;
      },
      again: searchesPage,
    }),
  ],
  navigation: [
    {
      path: paths.searches,
      policy: maySeeAllDrafts,
      group: "state",
      order: 70,
      label: (locale) => phrases(locale, "searches")("title"),
    },
  ],
});
