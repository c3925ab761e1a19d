import * as v from "valibot";
import type { TenantTx } from "../../db/tenant-db.ts";
import { AppError } from "../../http/errors.ts";
import type { Services } from "../../http/services.ts";
import { parsed } from "../../http/validated.ts";
import type { WorkspaceRoute } from "../../workspace/feature.ts";
import { typedWord } from "../../workspace/form-fields.schema.ts";
import { form } from "../../workspace/form-route.ts";
import { fillPath } from "../../workspace/home.shared.ts";
import { doing, type Shown, type WorkspaceContext } from "../../workspace/scope.ts";
import { sentForm } from "../../workspace/sent-form.ts";
import { isUuid } from "../../workspace/uuid-part.ts";
import type { Policy } from "../accounts/policies.ts";
import { madeOnce } from "../editing/made-once.ts";
import { PersonsNamed } from "../editing/persons.service.ts";
import { giveBackProposal } from "../editing/proposals.service.ts";
import { checkMayChangeDocument } from "../editing/public-changes.ts";
import { looked } from "../editing/typed-texts.ts";
import { intakeOf } from "../uploads/intake-of.ts";
import { refusalOfFile } from "../uploads/refusal-of-file.ts";
import { takeInPaper } from "../uploads/take-in.ts";
import { largestOf } from "../uploads/upload-limits.shared.ts";
import { findHeld } from "../uploads/uploads.queries.ts";
import { type Looked, placeHeld, takeIn } from "../uploads/uploads.service.ts";
import { documentsPaths as paths } from "./documents.paths.shared.ts";
import { removeDocument } from "./documents.service.ts";
import { checkDocumentWithin } from "./documents-within.ts";
import { type ProposedAs, proposedAs } from "./proposed-files.queries.ts";
import { isThere, letFileIn, type Paper, proposeFile } from "./proposed-files.service.ts";

const Purpose = v.picklist(proposedAs);

const Mark = v.optional(v.pipe(v.string(), v.maxLength(43)), "");
const Noted = v.object({ note: v.optional(typedWord, ""), proposal: Mark });

/** A file for a document, as its form sends it. */
interface Sent {
  id: string;
  as: ProposedAs;
  /** By which the opened form is known; empty where it does not say. */
  form: string;
  looked: Looked;
  note: string | null;
  /** The version of what was proposed on the page. */
  proposal: string | null;
}

/** What becomes of a file that is sent for a document. */
interface Destination {
  /** Before the file is read. */
  check(tx: TenantTx, c: WorkspaceContext, id: string): Promise<void>;
  /** @throws `PersonsNamed`: then it waits as a document of its own */
  take(c: WorkspaceContext, sent: Sent, file: File): Promise<unknown>;
  /** What waited. */
  takeHeld(c: WorkspaceContext, sent: Sent, held: string): Promise<unknown>;
  /** What the form on the page is called. */
  name(as: ProposedAs): string;
  done(as: ProposedAs): string;
}

const textIn = (sent: FormData, name: string) => {
  const value = sent.get(name);
  return typeof value === "string" ? value : "";
};

function sentIn(c: WorkspaceContext, id: string, sent: FormData): Sent {
  const [form, persons] = [textIn(sent, "form"), textIn(sent, "persons")];
  const { note, proposal } = parsed(Noted, { note: textIn(sent, "note"), proposal: textIn(sent, "proposal") });
  return {
    ...{ id, as: v.parse(v.fallback(Purpose, "version"), c.req.query("as")) },
    ...{ form: isUuid(form) ? form : "", looked: { locale: c.var.locale, persons: persons || null } },
    ...{ note: note || null, proposal: proposal || null },
  };
}

/** The ways in for the files of one document: put there, or proposed and let in or given back. */
export function filesOfDocument(
  services: Services,
  edits: Policy,
  idOf: (c: WorkspaceContext) => string,
  onePage: (c: WorkspaceContext) => Promise<Shown>,
): WorkspaceRoute[] {
  const arriving = (file: File) => ({ fileName: file.name, expectedSize: file.size });

  const placed: Destination = {
    check: (tx, c, id) => checkMayChangeDocument(tx, c.var.actor, id),
    take: (c, { id: documentId, as, form, looked }, file) =>
      takeIn(
        ...([intakeOf(services, c), doing(c), file.stream(), arriving(file), { as, documentId }] as const),
        ...([{ form, looked }] as const),
      ),
    takeHeld: (c, { id: documentId, as, form, looked }, held) =>
      c.var.db.write((tx) => placeHeld(tx, doing(c), held, { as, documentId }, { form, looked })),
    name: (as) => as,
    done: (as) => as,
  };

  const propose = (
    c: WorkspaceContext,
    { id, form, proposal: seen, ...sent }: Sent,
    input: object,
    paperOf: (tx: TenantTx) => Promise<Paper>,
    then: (tx: TenantTx) => Promise<void> = async () => {},
  ) =>
    c.var.db.write((tx) =>
      madeOnce(tx, c.var.now, {
        ...{ form, input: { id, ...sent, ...input } },
        async make() {
          const made = await proposeFile(tx, doing(c), id, { ...sent, seen }, await paperOf(tx));
          await then(tx);
          return made;
        },
        isThere: (version) => isThere(tx, id, { as: sent.as, version }),
      }),
    );

  const proposed: Destination = {
    check: (tx, c, id) => checkDocumentWithin(tx, c.var.actor, id),
    async take(c, sent, file) {
      const intake = intakeOf(services, c);
      const within = { ...intake, maximumBytes: Math.min(intake.maximumBytes, largestOf(file.name)) };
      const paper = await takeInPaper(within, doing(c), file.stream(), arriving(file));
      return propose(c, sent, { sha256: paper.file.sha256 }, async () => ({ fileName: file.name, ...paper }));
    },
    takeHeld: (c, sent, held) =>
      propose(
        ...([c, sent, { held }, (tx: TenantTx) => findHeld(tx, doing(c), held)] as const),
        // It is nobody's document any more.
        (tx) => removeDocument(tx, doing(c), held),
      ),
    name: (as) => `propose-${as}`,
    done: () => "proposed",
  };

  /** What says something of persons is asked about first; it waits meanwhile, so that nobody sends it again. */
  const fileForm = (path: WorkspaceRoute["path"], destination: Destination): WorkspaceRoute => ({
    ...{ method: "POST", path, policy: edits, at: paths.one },
    async answer(c) {
      const id = idOf(c);
      await c.var.db.read((tx) => destination.check(tx, c, id));
      const form = await sentForm(c);
      const held = textIn(form, "held");
      const file = form.getAll("files").find((one) => one instanceof File && one.name !== "") as File | undefined;
      const name = destination.name(v.parse(v.fallback(Purpose, "version"), c.req.query("as")));
      const values = { note: textIn(form, "note") };
      try {
        const sent = sentIn(c, id, form);
        if (file) await destination.take(c, sent, file);
        else if (held) await destination.takeHeld(c, sent, held);
        else throw new AppError("files.none_chosen", 422);
        return c.redirect(`${fillPath(paths.one, { id })[c.var.locale]}?done=${destination.done(sent.as)}`, 303);
      } catch (failure) {
        if (failure instanceof AppError && (failure.status === 404 || failure.status === 403)) throw failure;
        const title = refusalOfFile(c, failure);
        if (!(failure instanceof PersonsNamed))
          return c.var.show({ ...(await onePage(c)), status: 422 }, { name, title, fields: [], values });
        const waits = file
          ? (await takeIn(intakeOf(services, c), doing(c), file.stream(), arriving(file), { as: "document" }))
              .documentId!
          : held;
        const asks = { mark: failure.mark, places: failure.asks(c.var.locale) };
        return c.var.show(
          { ...(await onePage(c)), status: 409 },
          { name, title, fields: [], values: { ...values, held: waits }, asks },
        );
      }
    },
  });

  const done = (c: WorkspaceContext, id: string, what: string) =>
    `${fillPath(paths.one, { id })[c.var.locale]}?done=${what}`;
  return [
    fileForm(paths.version, placed),
    fileForm(paths.propose, proposed),
    form(paths.letIn, edits, {
      ...{ name: "let-in", schema: v.object({ proposal: Mark, asSeen: Mark }), at: paths.one },
      async save(c, { proposal, asSeen }) {
        const id = idOf(c);
        const confirmed = { locale: c.var.locale, persons: await looked(c) };
        const as = await c.var.db.write((tx) =>
          letFileIn(tx, doing(c), id, { proposal: proposal || null, stood: asSeen }, confirmed),
        );
        return done(c, id, as);
      },
      again: onePage,
    }),
    form(paths.giveBack, edits, {
      ...{ name: "give-back", schema: Noted, at: paths.one },
      async save(c, { note, proposal }) {
        const id = idOf(c);
        const became = await c.var.db.write(async (tx) => {
          await checkDocumentWithin(tx, c.var.actor, id);
          return giveBackProposal(tx, doing(c), { entity: "document" }, id, note, proposal || null);
        });
        return done(c, id, became);
      },
      again: onePage,
    }),
  ];
}
