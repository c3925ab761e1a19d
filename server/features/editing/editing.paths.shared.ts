import type { InBoth } from "../elements/catalogue.shared.ts";

/** What the workspace calls the things that it edits, in the address. */
export const nouns = {
  publication: { sq: "publikimet", en: "publications" },
  page: { sq: "procedurat", en: "procedures" },
  act: { sq: "aktet", en: "acts" },
  draft_act: { sq: "projektaktet", en: "draft-acts" },
  person: { sq: "njerezit", en: "people" },
  body: { sq: "organet", en: "bodies" },
  party: { sq: "partite", en: "parties" },
  term: { sq: "mandatet", en: "terms" },
  election: { sq: "zgjedhjet", en: "elections" },
  album: { sq: "albumet", en: "albums" },
  plan: { sq: "plani-i-vendimmarrjes", en: "decision-plans" },
  pay_month: { sq: "pagat", en: "pay" },
  pay_rate: { sq: "masat-e-pagave", en: "pay-rates" },
} as const satisfies Record<string, InBoth>;
export type EditedEntity = keyof typeof nouns;
export const editedEntities = Object.keys(nouns) as EditedEntity[];

/** Where things of a kind are edited. */
export function editingPaths(entity: EditedEntity) {
  const { sq, en } = nouns[entity];
  const below = (rest: InBoth): InBoth => ({ sq: `/admin/${sq}${rest.sq}`, en: `/en/admin/${en}${rest.en}` });
  return {
    list: below({ sq: "", en: "" }),
    fresh: below({ sq: "/i-ri", en: "/new" }),
    one: below({ sq: "/:id", en: "/:id" }),
    versions: below({ sq: "/:id/versionet", en: "/:id/versions" }),
    preview: below({ sq: "/:id/parapamja", en: "/:id/preview" }),
  };
}

const step = (sq: string, en: string): InBoth => ({
  sq: `/admin/redaktimi/:entity/:id/${sq}`,
  en: `/en/admin/editing/:entity/:id/${en}`,
});
/** What is done to one thing of any kind. */
export const stepPaths = {
  publish: step("botimi", "publish"),
  withdraw: step("terheqja", "withdraw"),
  restore: step("versioni", "restore"),
  bin: step("koshi", "bin"),
  unbin: step("kthimi-nga-koshi", "unbin"),
  submit: step("dergimi", "submit"),
  giveBack: step("kthimi", "return"),
  propose: step("propozimi", "proposal"),
  giveBackProposal: step("kthimi-i-propozimit", "proposal-return"),
} as const;

/** What waits for whoever publishes, and what was given back. */
export const approvalPaths = {
  list: { sq: "/admin/miratimet", en: "/en/admin/approvals" },
  giveBack: { sq: "/admin/miratimet/:entity/:id/kthimi", en: "/en/admin/approvals/:entity/:id/return" },
} as const satisfies Record<string, InBoth>;
/** A form that somebody left and does not want any more. */
export const unsavedPath = {
  sq: "/admin/te-paruajturat/:edit/heqja",
  en: "/en/admin/unsaved/:edit/removal",
} as const satisfies InBoth;
export const binPath = { sq: "/admin/koshi", en: "/en/admin/bin" } as const satisfies InBoth;
/** Files that come with a form, without script. */
export const formUploadPath = {
  sq: "/admin/redaktimi/:entity/ngarkimi",
  en: "/en/admin/editing/:entity/upload",
} as const satisfies InBoth;
/** A form shown as the public would see it, before it is saved. */
export const formPreviewPath = {
  sq: "/admin/redaktimi/:entity/parapamja",
  en: "/en/admin/editing/:entity/preview",
} as const satisfies InBoth;
