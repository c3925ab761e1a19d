import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import { phrases } from "../../http/phrases.ts";
import { contentDisposition } from "../../storage/content-disposition.ts";
import { virusFound } from "../../storage/errors.ts";
import { fileKey } from "../../storage/storage.ts";
import { page, type WorkspaceFeatureOf, type WorkspaceRoute } from "../../workspace/feature.ts";
import { form } from "../../workspace/form-route.ts";
import { requires } from "../../workspace/guard.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import { sentForm } from "../../workspace/sent-form.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import { mayEdit, maySeeDrafts } from "../accounts/policies.ts";
import { readingsOf } from "../document-texts/document-texts.queries.ts";
import type { TextReading } from "../document-texts/document-texts.shared.ts";
import { checkTexts } from "../editing/persons.service.ts";
import { holdChangeableDocument, mayChangeAsItStands } from "../editing/public-changes.ts";
import { isOfCouncil } from "../editing/submissions.service.ts";
import { looked, typedTexts } from "../editing/typed-texts.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { refusalOfFile } from "../uploads/refusal-of-file.ts";
import { takeIn } from "../uploads/uploads.service.ts";
import { descriptionOf } from "./description.shared.ts";
import {
  type DeskDocument,
  type DeskVersion,
  documentsPerPage,
  findDeskDocument,
  findDeskFile,
  findOutcome,
  listDocuments,
  listVersions,
  type SameFile,
} from "./documents.desk.queries.ts";
import { documentNotFound } from "./documents.errors.ts";
import {
  type DocumentListView,
  documentViews,
  documentsPaths as paths,
  previewedVersion,
} from "./documents.paths.shared.ts";
import { DocumentDescription } from "./documents.schema.ts";
import { describeDocument, isReleased, removeDocument, takeVersionFromPublic } from "./documents.service.ts";
import { checkDocumentWithin, isDocumentWithin } from "./documents-within.ts";
import { filesOfDocument } from "./files-of-document.workspace.ts";
import { type ProposedFileView, proposedFileView } from "./proposed-file-view.ts";
import { findFileAsProposed } from "./proposed-files.queries.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const edits = (actor: Parameters<typeof mayEdit>[0]) => mayEdit(actor, "document");
const sees = (actor: Parameters<typeof maySeeDrafts>[0]) => maySeeDrafts(actor, "document");

/** How each file of a form without script fared. */
export interface SentFile {
  name: string;
  documentId: string | null;
  /** Why it was not kept. */
  problem: string | null;
  /** Where the council had it already. */
  sameAs: SameFile | null;
}
export interface DocumentsData {
  view: DocumentListView;
  words: string;
  page: number;
  pages: number;
  total: number;
  items: DeskDocument[];
  mayEdit: boolean;
  scans: boolean;
  sent: SentFile[];
  /** By which the form for new files is known. */
  once: string;
}
/** A file of a document; `reading` is of the newest that the public has or will have. */
export interface ShownVersion extends DeskVersion {
  reading: TextReading | null;
}
export interface DocumentData {
  document: DeskDocument;
  versions: ShownVersion[];
  mayEdit: boolean;
  /** The public has it, and whoever may publish changes it. */
  isForPublishers: boolean;
  /** Whether somebody who may not change it may propose a file. */
  mayPropose: boolean;
  proposal: ProposedFileView | null;
  /** By which the forms for its files are known. */
  once: string;
}

function idOf(c: WorkspaceContext): string {
  const id = c.req.param("id") ?? "";
  if (!uuid.test(id)) throw documentNotFound();
  return id;
}

const Filters = v.object({
  view: v.optional(v.fallback(v.picklist(documentViews), "all"), "all"),
  q: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.slice(0, 200)),
    ),
    "",
  ),
  page: v.optional(v.fallback(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)), 1), "1"),
});

async function listPage(c: WorkspaceContext, scans: boolean, sent: SentFile[] = []): Promise<Shown> {
  const { view, q, page: number } = v.parse(Filters, c.req.query());
  const { now, actor } = c.var;
  const { total, items } = await c.var.db.read((tx) => listDocuments(tx, { view, words: q, page: number, actor, now }));
  const pages = Math.max(1, Math.ceil(total / documentsPerPage));
  const data: DocumentsData = {
    view,
    words: q,
    page: number,
    pages,
    total,
    items,
    scans,
    sent,
    mayEdit: edits(actor),
    once: randomUUID(),
  };
  return { view: "documents/documents-page", data };
}

async function readVersions(tx: TenantTx, id: string): Promise<ShownVersion[]> {
  const versions = await listVersions(tx, id);
  const newest = versions.find(({ visibility }) => visibility === "public");
  const readings = await readingsOf(tx, newest ? [newest.sha256] : []);
  return versions.map((one) => ({ ...one, reading: (one === newest && readings.get(one.sha256)) || null }));
}

async function onePage(c: WorkspaceContext): Promise<Shown> {
  const id = idOf(c);
  const { db, actor, now, locale } = c.var;
  const data = await db.read(async (tx): Promise<DocumentData> => {
    await checkDocumentWithin(tx, actor, id, "see");
    const [document, versions] = await Promise.all([findDeskDocument(tx, id, { actor, now }), readVersions(tx, id)]);
    const stands = { state: document.isReleased ? ("published" as const) : ("draft" as const) };
    const mayPrepare = edits(actor) && (await isDocumentWithin(tx, actor, id, "edit"));
    const mayChange = mayPrepare && (await mayChangeAsItStands(tx, actor, stands, "document", id));
    const isForPublishers = mayPrepare && !mayChange;
    const proposal = await proposedFileView(tx, { locale, actor }, id, versions, mayChange);
    const isWaiting = proposal !== null && !proposal.returned;
    return {
      ...{ document, versions, mayEdit: mayChange, isForPublishers, once: randomUUID(), proposal },
      mayPropose: isForPublishers && isOfCouncil(actor) && (!isWaiting || proposal.isOwn),
    };
  });
  return { view: "documents/document-page", data };
}

const sameAsOf = (c: WorkspaceContext, documentId: string) =>
  c.var.db.read(async (tx) => (await findOutcome(tx, c.var.actor, { documentId, pictureId: null })).sameAs);

const Language = v.picklist(["sq", "en", "mul"]);

/** Documents of the council: all of them, each with its versions, and the way in for new ones. */
export const documentsWorkspace: WorkspaceFeatureOf = (services) => {
  const scans = services.scanner !== null;

  /** Takes in the files of a form, one after the other: what is wrong with one keeps no other from its place. */
  async function take(c: WorkspaceContext): Promise<SentFile[]> {
    const form = await sentForm(c);
    const once = String(form.get("form"));
    // Where none is chosen, a browser sends an empty one without a name.
    const files = form.getAll("files").filter((file) => typeof file !== "string" && file.name !== "") as File[];
    const sent: SentFile[] = [];
    for (const file of files) {
      const arriving = { fileName: file.name, expectedSize: file.size };
      try {
        const { documentId } = await takeIn(
          intakeOf(services, c),
          doing(c),
          file.stream(),
          arriving,
          { as: "document" },
          {
            form: isUuid(once) ? once : "",
          },
        );
        const sameAs = documentId === null ? null : await sameAsOf(c, documentId);
        sent.push({ name: file.name, documentId, problem: null, sameAs });
      } catch (failure) {
        sent.push({ name: file.name, documentId: null, problem: refusalOfFile(c, failure), sameAs: null });
      }
    }
    return sent;
  }

  const uploadForm: WorkspaceRoute = {
    method: "POST",
    path: paths.upload,
    policy: edits,
    async answer(c) {
      const sent = await take(c);
      if (sent.length === 0) {
        const title = phrases(c.var.locale, "errors")("files.none_chosen");
        return c.var.show(
          { ...(await listPage(c, scans)), status: 422 },
          { name: "upload", title, fields: [], values: {} },
        );
      }
      const isRefused = sent.some(({ problem }) => problem !== null);
      // What was there already is asked about: it is kept as long as nobody removes it.
      if (!isRefused && sent.every(({ sameAs }) => sameAs === null))
        return c.redirect(`${paths.list[c.var.locale]}?done=uploaded`, 303);
      return c.var.show({ ...(await listPage(c, scans, sent)), status: isRefused ? 422 : 200 });
    },
  };

  return {
    routes: [
      page(paths.list, sees, (c) => listPage(c, scans)),
      uploadForm,
      page(paths.one, sees, onePage),
      form(paths.one, edits, {
        name: "describe",
        schema: v.object(DocumentDescription.entries),
        standing: ({ data }) => descriptionOf((data as DocumentData).document),
        told: ({ var: { locale } }, value) =>
          v.is(Language, value) ? phrases(locale, "documents")(`language_${value}`) : value,
        async save(c, input) {
          const id = idOf(c);
          await c.var.db.write(async (tx) => {
            await holdChangeableDocument(tx, c.var.actor, id);
            await describeDocument(tx, doing(c), id, input);
            if (!(await isReleased(tx, id))) return;
            const t = phrases(c.var.locale, "documents");
            const typed = await typedTexts(c, { title: t("field_title") });
            await checkTexts(tx, doing(c), ["document", id], typed, await looked(c));
          });
          return `${fillPath(paths.one, { id })[c.var.locale]}?done=described`;
        },
        again: onePage,
      }),
      ...filesOfDocument(services, edits, idOf, onePage),
      form(paths.takeVersion, edits, {
        name: "take-version",
        schema: v.object({}),
        at: paths.one,
        async save(c) {
          const id = idOf(c);
          const version = c.req.param("version") ?? "";
          if (!/^[1-9]\d{0,5}$/.test(version)) throw documentNotFound();
          await c.var.db.write(async (tx) => {
            await holdChangeableDocument(tx, c.var.actor, id);
            await takeVersionFromPublic(tx, doing(c), id, Number(version));
          });
          return `${fillPath(paths.one, { id })[c.var.locale]}?done=taken`;
        },
        again: onePage,
      }),
      form(paths.remove, edits, {
        name: "remove",
        schema: v.object({}),
        async save(c) {
          const id = idOf(c);
          await c.var.db.write(async (tx) => {
            await checkDocumentWithin(tx, c.var.actor, id);
            await removeDocument(tx, doing(c), id);
          });
          return `${paths.list[c.var.locale]}?done=removed`;
        },
        again: onePage,
      }),
    ],
    navigation: [
      {
        path: paths.list,
        policy: sees,
        group: "reading",
        order: 60,
        label: (locale) => phrases(locale, "documents")("title"),
      },
    ],
    api: { path: "/documents", routes: deskFiles(services) },
  };
};

/** A file may not act, also where only the secretariat sees it. */
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

/** Files that the public has not, for those who prepare them. */
const deskFiles = ({ storage }: Parameters<WorkspaceFeatureOf>[0]) =>
  new Hono<WorkspaceScope>().get("/:id/:version/:visibility", requires(sees), async (c) => {
    const { id, version, visibility } = c.req.param();
    const isPreviewed = version === previewedVersion;
    const isProposed = visibility === "proposed";
    const isVersion = /^[1-9]\d{0,5}$/.test(version) && /^(public|internal)$/.test(visibility);
    if (!uuid.test(id) || !(isPreviewed || isProposed || isVersion)) throw documentNotFound();
    const file = await c.var.db.read(async (tx) => {
      await checkDocumentWithin(tx, c.var.actor, id, "see");
      if (isPreviewed) return findDeskFile(tx, id, null, "public");
      if (isProposed) return findFileAsProposed(tx, id, version);
      return findDeskFile(tx, id, Number(version), visibility as "public" | "internal");
    });
    if (!file) throw documentNotFound();
    if (file.virus) throw virusFound(file.file_name, file.virus);
    const object = await storage.get(fileKey(c.var.tenant.id, file.sha256), { signal: c.req.raw.signal });
    if (!object) throw new AppError("files.storage_unavailable", 503);
    const inline = file.media_type === "application/pdf" ? "inline" : "attachment";
    return new Response(object.body, {
      headers: {
        "content-type": file.media_type,
        "content-length": String(object.size),
        "content-disposition": contentDisposition(file.file_name, inline),
        "content-security-policy": filePolicy,
      },
    });
  });
