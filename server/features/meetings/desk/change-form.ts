import type { GenericSchema, InferOutput } from "valibot";
import type { TenantTx } from "../../../db/tenant-db.ts";
import { parsed } from "../../../http/validated.ts";
import { atFields, type Places } from "../../../workspace/at-fields.ts";
import type { Standing } from "../../../workspace/changed-meanwhile.shared.ts";
import { withOthersChanges } from "../../../workspace/changed-meanwhile.ts";
import type { WorkspaceParts, WorkspaceRoute } from "../../../workspace/feature.ts";
import { form, typedValues } from "../../../workspace/form-route.ts";
import { labelIn } from "../../../workspace/label-in.ts";
import { previewThere } from "../../../workspace/preview-there.ts";
import { doing, type Shown, type WorkspaceContext } from "../../../workspace/scope.ts";
import { nested } from "../../../workspace/typed-values.ts";
import type { Policy } from "../../accounts/policies.ts";
import { makePublic } from "../../editing/preview.service.ts";
import type { InBoth } from "../../elements/catalogue.shared.ts";
import { holdMeeting } from "../held-meeting.ts";
import { meetingEditable } from "../meetings.editable.ts";
import { editMeetings, meetingId } from "./desk-meeting.ts";
import { askAboutTyped, askAboutWhole, type TextsOf } from "./texts-persons.ts";

interface ChangeOptions<S extends GenericSchema> {
  name: string;
  schema: S;
  places: Places;
  policy?: Policy;
  /** What is to be true before it is saved, and not before it is looked at. */
  before?(c: WorkspaceContext, tx: TenantTx, id: string): Promise<void>;
  /** What of the form readers see: where it seems to speak of persons, somebody looks at it before it is public. */
  texts: TextsOf;
  /** It makes the whole meeting public, and so all of it is looked at. */
  isAnnouncing?: boolean;
  /** What the form would show now: somebody may have changed it since this one was opened. */
  standing?(c: WorkspaceContext, tx: TenantTx, id: string): Promise<Standing>;
  /** Changes the meeting. Answers the address to go to. */
  change(c: WorkspaceContext, tx: TenantTx, id: string, input: InferOutput<S>): Promise<string>;
  again(c: WorkspaceContext): Promise<Shown>;
}

/**
 * A form that changes a meeting. Sent by its button `step=preview`, it shows the meeting's public page as the change would
 * make it, agenda and list of changes with it, and changes nothing.
 */
export const changeForm = <S extends GenericSchema>(
  { preview }: WorkspaceParts,
  path: InBoth,
  {
    name,
    schema,
    places,
    policy = editMeetings,
    before,
    texts,
    isAnnouncing,
    standing,
    change,
    again,
  }: ChangeOptions<S>,
): WorkspaceRoute =>
  form(path, policy, {
    ...{ name, schema, again },
    async save(c, input) {
      const id = meetingId(c);
      const { tenant, locale, requestId, db } = c.var;
      const typed = await typedValues(c);
      const merged = async (tx: TenantTx) => {
        if (!standing) return input;
        // Held, so that nobody else changes it between the look and the change.
        await holdMeeting(tx, id);
        const told = async (_: string, value: string) => labelIn((await again(c)).data, value) ?? value;
        return parsed(schema, nested(await withOthersChanges(typed, await standing(c, tx, id), told)));
      };
      if (typed.step !== "preview")
        return atFields(places, () =>
          db.write(async (tx) => {
            await before?.(c, tx, id);
            const done = await change(c, tx, id, await merged(tx));
            await (isAnnouncing ? askAboutWhole : askAboutTyped)(c, tx, id, texts);
            return done;
          }),
        );
      const prepare = async (tx: TenantTx) => {
        await change(c, tx, id, input);
        return makePublic(tx, doing(c), meetingEditable, id);
      };
      return atFields(places, () =>
        preview({ tenant, locale, requestId, prepare, inOtherLanguage: previewThere(c, path, typed) }),
      );
    },
  });
