import { Hono, type MiddlewareHandler } from "hono";
import { AppError } from "../../http/errors.ts";
import { isSomebody } from "../../http/scope.ts";
import type { Services } from "../../http/services.ts";
import { parsed } from "../../http/validated.ts";
import { requires } from "../../workspace/guard.ts";
import { doing, type WorkspaceContext, type WorkspaceScope } from "../../workspace/scope.ts";
import { mayEdit } from "../accounts/policies.ts";
import { findOutcome } from "../documents/documents.desk.queries.ts";
import { checkMayChangeDocument } from "../editing/public-changes.ts";
import { untilLooked } from "../editing/until-looked.ts";
import { checkMayChangeRecording } from "../recordings/recording-rights.ts";
import { intakeOf } from "./intake-of.ts";
import { readMetadata } from "./tus-metadata.ts";
import { findUpload, listUnfinished } from "./uploads.queries.ts";
import { Finish, UploadPurpose } from "./uploads.schema.ts";
import { beginUpload, continueUpload, finishUpload, removeUpload } from "./uploads.service.ts";

/** The version of the tus protocol (tus.io/protocols/resumable-upload) that is spoken here. */
const tus = "1.0.0";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const withoutPersons = (given: unknown) => {
  const { persons: _, ...purpose } = given as Record<string, unknown>;
  return purpose;
};
const malformed = () => new AppError("http.malformed", 400);
/** A number of bytes in a header. */
function bytesIn(c: WorkspaceContext, header: string): number {
  const value = c.req.header(header) ?? "";
  if (!/^\d{1,15}$/.test(value)) throw malformed();
  return Number(value);
}

function accountOf({ var: { actor } }: WorkspaceContext): string {
  if (!isSomebody(actor)) throw new Error("Only people upload");
  return actor.id;
}

function idOf(c: WorkspaceContext): string {
  const id = c.req.param("id") ?? "";
  if (!uuid.test(id)) throw new AppError("uploads.not_found", 404);
  return id;
}

/** Whoever speaks another version is told which one is spoken. */
const speaksTus: MiddlewareHandler<WorkspaceScope> = async (c, next) => {
  c.header("Tus-Resumable", tus);
  if (c.req.header("tus-resumable") !== tus) return c.body(null, 412, { "Tus-Version": tus });
  await next();
};

/**
 * Files on their way into the workspace, by the core of tus 1.0 with its extensions `creation`, `expiration` and
 * `termination`; see `infra/decisions/0015-uploads.md` for why the protocol is spoken here. What arrived whole becomes
 * something by `POST …/finish`, which may be asked again.
 */
export function uploads(services: Pick<Services, "config" | "storage" | "scanner">) {
  const mayUpload = requires((actor) => mayEdit(actor, "document"));
  return (
    new Hono<WorkspaceScope>()
      .get("/", mayUpload, async (c) => {
        const unfinished = await c.var.db.read((tx) => listUnfinished(tx, accountOf(c), c.var.now));
        return c.json({
          items: unfinished.map(({ id, file_name, size, received, created_at, expires_at }) => ({
            ...{ id, fileName: file_name, size, received },
            createdAt: created_at.toISOString(),
            expiresAt: expires_at.toISOString(),
          })),
        });
      })
      .post("/", mayUpload, speaksTus, async (c) => {
        const { filename = "", sha256, as } = readMetadata(c.req.header("upload-metadata"));
        const announced = { fileName: filename, size: bytesIn(c, "upload-length"), ...(sha256 && { sha256 }), as };
        const { largestRecording } = services.config;
        const { id, expiresAt } = await c.var.db.write((tx) =>
          beginUpload(tx, doing(c), accountOf(c), announced, largestRecording),
        );
        return c.body(null, 201, {
          Location: `/api/v1/admin/uploads/${id}`,
          "Upload-Expires": expiresAt.toUTCString(),
        });
      })
      // Also answers HEAD, by which a sender asks where the file stands.
      .get("/:id", mayUpload, speaksTus, async (c) => {
        const { received, size, file_name } = await c.var.db.read((tx) =>
          findUpload(tx, accountOf(c), idOf(c), c.var.now),
        );
        const standing = { "Upload-Offset": String(received), "Upload-Length": String(size) };
        return c.json({ fileName: file_name, received, size }, 200, standing);
      })
      .patch("/:id", mayUpload, speaksTus, async (c) => {
        if (c.req.header("content-type") !== "application/offset+octet-stream") throw malformed();
        const { body } = c.req.raw;
        const offset = bytesIn(c, "upload-offset");
        const intake = intakeOf(services, c);
        const at = body ? await continueUpload(intake, accountOf(c), idOf(c), offset, body, c.var.now) : offset;
        return c.body(null, 204, { "Upload-Offset": String(at) });
      })
      .delete("/:id", mayUpload, speaksTus, async (c) => {
        await removeUpload(intakeOf(services, c), accountOf(c), idOf(c));
        return c.body(null, 204);
      })
      .post("/:id/finish", mayUpload, async (c) => {
        const given: unknown = await c.req.json().catch(() => {
          throw malformed();
        });
        const { persons } = parsed(Finish, given);
        const purpose = parsed(UploadPurpose, withoutPersons(given));
        if ("documentId" in purpose) {
          const { documentId } = purpose;
          await c.var.db.read((tx) => checkMayChangeDocument(tx, c.var.actor, documentId));
        }
        if (purpose.as === "recording")
          await c.var.db.read((tx) => checkMayChangeRecording(tx, c.var.actor, purpose.meetingId));
        const looked = { locale: c.var.locale, persons };
        return untilLooked(c, async () => {
          const outcome = await finishUpload(intakeOf(services, c), doing(c), accountOf(c), idOf(c), purpose, {
            looked,
          });
          return c.json(await c.var.db.read((tx) => findOutcome(tx, c.var.actor, outcome)), 201);
        });
      })
  );
}
