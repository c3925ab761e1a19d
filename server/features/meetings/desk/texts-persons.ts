import type { TenantTx } from "../../../db/tenant-db.ts";
import { phrases } from "../../../http/phrases.ts";
import { doing, type WorkspaceContext } from "../../../workspace/scope.ts";
import { checkTexts } from "../../editing/persons.service.ts";
import { isWithThePublic } from "../../editing/public-changes.ts";
import { looked, typedTexts } from "../../editing/typed-texts.ts";
import { personsInPapers, wordsOfMeeting, wordsOfResults } from "../told-of-meeting.ts";
import { readMeeting } from "./desk-meeting.ts";

type Desk = ReturnType<typeof phrases<"desk">>;
/** The texts of a form that readers see, by their names without the language, and what they are called there. */
export type TextsOf = (t: Desk) => Readonly<Record<string, string>>;

/**
 * Asks about persons in what was typed, where the public reads it as soon as it is saved.
 * @throws `PersonsNamed`
 */
export async function askAboutTyped(c: WorkspaceContext, tx: TenantTx, id: string, texts: TextsOf): Promise<void> {
  if (!isWithThePublic(await readMeeting(tx, id))) return;
  const typed = await typedTexts(c, texts(phrases(c.var.locale, "desk")));
  await checkTexts(tx, doing(c), ["meeting", id], typed, await looked(c));
}

/**
 * Asks about persons in all that the public is about to read of a meeting: what was typed, what
 * stands in it, and its papers.
 * @throws `PersonsNamed`
 */
export async function askAboutWhole(c: WorkspaceContext, tx: TenantTx, id: string, texts: TextsOf): Promise<void> {
  const typed = await typedTexts(c, texts(phrases(c.var.locale, "desk")));
  const { locale } = c.var;
  const all = [...typed, ...(await wordsOfMeeting(tx, id, locale)), ...(await wordsOfResults(tx, id, locale))];
  const papers = await personsInPapers(tx, id, locale);
  await checkTexts(tx, doing(c), ["meeting", id], all, await looked(c), papers);
}
