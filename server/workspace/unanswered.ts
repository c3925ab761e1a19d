import { problemOf } from "../http/problem.ts";
import { typedValues, valuesOf } from "./form-route.ts";
import { signInFirst } from "./guard.ts";
import { boundaryIn, textsOf } from "./multipart-texts.ts";
import type { FormState } from "./page-data.ts";
import type { WorkspaceContext } from "./scope.ts";
import { isTypedForm } from "./sent-form.ts";
import type { TypedValues } from "./typed-values.ts";
import { spokenIn } from "./typed-words.shared.ts";

/** Bytes of text in a form with files, which carries a few words beside them. */
const mostText = 1024 * 1024;

/** Of a form with files that was read already nothing is left to be read. */
const isRead = (c: WorkspaceContext) => c.req.bodyCache.formData !== undefined;

async function typedIn(c: WorkspaceContext): Promise<TypedValues> {
  const type = c.req.header("content-type") ?? "";
  const boundary = boundaryIn(type);
  if (isTypedForm(type) || (boundary !== null && isRead(c))) return typedValues(c);
  const { body } = c.req.raw;
  return boundary !== null && body ? valuesOf(await textsOf(body, boundary, mostText)) : {};
}

/**
 * The words of a form that gets no other answer than a refusal, which are not lost with it: never a secret, never a file.
 * `undefined` where nothing was typed, or what was sent cannot be read.
 */
export async function unanswered(c: WorkspaceContext, name: string): Promise<FormState | undefined> {
  if (c.req.method !== "POST") return;
  const values = spokenIn(await typedIn(c).catch((): TypedValues => ({})));
  return Object.keys(values).length > 0 ? { name, title: "", fields: [], values } : undefined;
}

/**
 * The sign-in, or the code that is still due, for whoever sent a form without a session: it says that the session has ended
 * and shows what was typed. Nothing of it is stored, and no other site can have sent it: that is refused before.
 * @param next where somebody goes on afterwards
 * @returns `null` where nothing was typed
 */
export async function endedWith(c: WorkspaceContext, next: string): Promise<Response | null> {
  const typed = await unanswered(c, "ended");
  if (!typed) return null;
  const { session, locale, requestId } = c.var;
  if (!session || session.account.hasSecondFactor)
    return c.var.show(
      { view: session ? "accounts/code-page" : "accounts/sign-in-page", data: { next }, status: 401 },
      typed,
    );
  const { title: sentence } = problemOf(signInFirst(), locale, requestId);
  return c.var.show({ view: "errors/refused-page", data: { sentence }, status: 401 }, typed);
}
