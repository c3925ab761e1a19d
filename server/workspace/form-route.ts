import type { GenericSchema, InferOutput } from "valibot";
import type { Policy } from "../features/accounts/policies.ts";
import type { InBoth } from "../features/elements/catalogue.shared.ts";
import { AsksFirst } from "../http/asks-first.ts";
import { AppError } from "../http/errors.ts";
import { parsed } from "../http/validated.ts";
import { type Standing, stoodField, stoodOf } from "./changed-meanwhile.shared.ts";
import { ChangedMeanwhile, stoodIn, withChosen, withOthersChanges } from "./changed-meanwhile.ts";
import type { WorkspaceRoute } from "./feature.ts";
import { formProblemOf } from "./form-problem.ts";
import { holdStanding, LookedTooEarly } from "./hold-standing.ts";
import { labelIn } from "./label-in.ts";
import type { Shown, WorkspaceContext } from "./scope.ts";
import { sentForm } from "./sent-form.ts";
import { isFieldName, mostFields, nested, type TypedValues, withoutSecrets } from "./typed-values.ts";
import type { SecretField } from "./typed-words.shared.ts";

interface FormOptions<S extends GenericSchema> {
  /** As `<Form name>` on the page. */
  name: string;
  schema: S;
  /** Where the page with the form stands, if the form is not sent to that address itself. */
  at?: InBoth;
  /** Fields whose values are never sent back. */
  secrets?: readonly SecretField[];
  /** Of a form that carries what it showed: where the page has what stands now. What another has saved since is not gone over. */
  standing?(shown: Shown, typed: TypedValues): Standing;
  /** What it changes, where that is not named by its address: who changes the same comes one after the other. */
  changes?(typed: TypedValues): string;
  /** A value in words, where no choice in the page's data says them. */
  told?(c: WorkspaceContext, value: string): string;
  /** Does what the form asks for. Answers the address to go to, or the whole answer. */
  save(c: WorkspaceContext, input: InferOutput<S>): Promise<string | Response>;
  /** The page with the form on it, for when it is refused: the same as the page's own route loads. */
  again(c: WorkspaceContext, typed: TypedValues): Promise<Shown>;
}

/**
 * As the database can keep it: a NUL, as texts taken from a PDF hold, and half a character have no place in a text. A form
 * sends two signs where its field counts one new line, and the text was stored with that one.
 */
const writable = (text: string) => text.replaceAll("\0", "").replaceAll(/\r\n?/g, "\n").toWellFormed();

/**
 * What a form sends, also with files left out. A field that repeats has all its values, and one in which another's text was
 * chosen has that.
 * @throws `http.body_too_large`, `http.malformed`
 */
export async function typedValues(c: WorkspaceContext): Promise<TypedValues> {
  const typed = valuesOf(await sentForm(c));
  const shown = stoodIn(typed);
  return shown ? withChosen(typed, shown) : typed;
}

/**
 * The texts among the fields that were sent, by their names.
 * @throws `http.body_too_large`, `http.malformed`
 */
export function valuesOf(sent: Iterable<readonly [string, string | File]>): TypedValues {
  const values = new Map<string, string[]>();
  let fields = 0;
  for (const [name, value] of sent) {
    if (++fields > mostFields) throw new AppError("http.body_too_large", 413);
    if (!isFieldName(name)) throw new AppError("http.malformed", 400);
    if (typeof value !== "string") continue;
    const all = values.get(name);
    if (all) all.push(writable(value));
    else values.set(name, [writable(value)]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [writable(name), all.length === 1 ? all[0]! : all]));
}

/** Failures that are the answer to a form; all others are about the request itself. */
const isRefusal = (failure: unknown): failure is AppError =>
  failure instanceof AppError && [409, 410, 422, 429].includes(failure.status);

interface Looked {
  values: TypedValues;
  /** How it stood then, of a form that says what it showed. */
  stood?: string;
}

async function meanwhile<S extends GenericSchema>(
  c: WorkspaceContext,
  values: TypedValues,
  { standing, again, told }: FormOptions<S>,
): Promise<Looked> {
  if (!standing || values[stoodField] === undefined) return { values };
  const shown = await again(c, values);
  const stands = standing(shown, values);
  const words = async (_: string, value: string) => labelIn(shown.data, value) ?? told?.(c, value) ?? value;
  return { values: await withOthersChanges(values, stands, words), stood: stoodOf(stands) };
}

/** Whoever saves the same thing again and again within one request is no person. */
const mostLooks = 5;

async function saved<S extends GenericSchema>(
  c: WorkspaceContext,
  values: TypedValues,
  options: FormOptions<S>,
): Promise<string | Response> {
  const { name, schema, standing, changes, again, save } = options;
  for (let looks = 1; ; looks += 1) {
    const looked = await meanwhile(c, values, options);
    const { [stoodField]: _, ...meant } = looked.values;
    const change = () => save(c, parsed(schema, nested(meant)));
    if (looked.stood === undefined) return change();
    const stands = async () => stoodOf(standing!(await again(c, values), values));
    const what = changes ? `${name} ${changes(values)}` : [name, ...Object.values(c.req.param())].join(" ");
    try {
      return await holdStanding(c, what, looked.stood, stands, async () => change());
    } catch (failure) {
      if (!(failure instanceof LookedTooEarly) || looks === mostLooks) throw failure;
    }
  }
}

/**
 * A form that is sent: 303 to where it leads once it is done, or the page again with what is wrong and all that was typed.
 *
 *     form(paths.invite, mayManageAccounts, {
 *       name: "invite",
 *       schema: Invite,
 *       at: paths.users,
 *       save: async (c, input) => {
 *         await c.var.db.write((tx) => invite(tx, doing(c), input));
 *         return `${paths.users[c.var.locale]}?done=invited`;
 *       },
 *       again: usersPage,
 *     })
 *
 * Forms carry no token: `sameSiteOnly` refuses what another site sends.
 */
export const form = <S extends GenericSchema>(
  path: InBoth,
  policy: Policy,
  options: FormOptions<S>,
): WorkspaceRoute => ({
  method: "POST",
  path,
  policy,
  at: options.at,
  async answer(c) {
    const values = await typedValues(c);
    try {
      const done = await saved(c, values, options);
      return typeof done === "string" ? c.redirect(done, 303) : done;
    } catch (failure) {
      if (!isRefusal(failure)) throw failure;
      const { title, fields = [] } = formProblemOf(c, failure);
      const typed = failure instanceof ChangedMeanwhile ? failure.typed : values;
      const kept = withoutSecrets(typed, options.secrets ?? []);
      const sentTo = new URL(c.req.url).pathname;
      const state = {
        name: options.name,
        sentTo,
        title,
        fields: fields.map(({ path, message }) => ({ path, message })),
        ...(failure instanceof ChangedMeanwhile && {
          isMeanwhile: true as const,
          others: failure.others,
          takes: failure.takes,
        }),
        ...(failure instanceof AsksFirst && { asks: { mark: failure.mark, places: failure.asks(c.var.locale) } }),
      };
      const shown = await options.again(c, typed);
      return c.var.show({ ...shown, status: failure.status }, { ...state, values: kept });
    }
  },
});
