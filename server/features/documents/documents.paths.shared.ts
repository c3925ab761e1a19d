import type { InBoth } from "../elements/catalogue.shared.ts";

/** Where the workspace deals with documents. */
export const documentsPaths = {
  list: { sq: "/admin/dokumentet", en: "/en/admin/documents" },
  upload: { sq: "/admin/dokumentet/ngarkimi", en: "/en/admin/documents/upload" },
  one: { sq: "/admin/dokumentet/:id", en: "/en/admin/documents/:id" },
  version: { sq: "/admin/dokumentet/:id/versioni", en: "/en/admin/documents/:id/version" },
  propose: { sq: "/admin/dokumentet/:id/propozimi", en: "/en/admin/documents/:id/proposal" },
  letIn: { sq: "/admin/dokumentet/:id/propozimi/ruajtja", en: "/en/admin/documents/:id/proposal/saving" },
  giveBack: { sq: "/admin/dokumentet/:id/propozimi/kthimi", en: "/en/admin/documents/:id/proposal/return" },
  takeVersion: {
    sq: "/admin/dokumentet/:id/versioni/:version/terheqja",
    en: "/en/admin/documents/:id/version/:version/withdrawal",
  },
  remove: { sq: "/admin/dokumentet/:id/heqja", en: "/en/admin/documents/:id/removal" },
} as const satisfies Record<string, InBoth>;

/** What a preview asks for instead of a version: the newest that the public would have, by its file's name. */
export const previewedVersion = "newest";
/** Where a preview has the file that the public has, or will have, at `/dokumente/<id>/<file name>`. */
export const previewedDocument = (id: string) => `/api/v1/admin/documents/${id}/${previewedVersion}/`;

/** Where the workspace has the file that is proposed for a document. @param version of the proposal */
export const proposedFileAddress = (id: string, version: string) => `/api/v1/admin/documents/${id}/${version}/proposed`;

/** Which documents a list shows. */
export const documentViews = ["all", "unused", "persons", "scanned", "missing"] as const;
export type DocumentListView = (typeof documentViews)[number];
