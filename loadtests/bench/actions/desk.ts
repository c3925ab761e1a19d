import { type FormOnPage, formsOn } from "../../../tests/support/forms-on.ts";
import type { Measured } from "./measured.ts";

interface Sent {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}
/** Asks the application as somebody who is signed in. */
export type Ask = (path: string, init: Sent) => Promise<Response>;
/** What somebody types, by the name of the field; `null` is not sent, as a box that is not ticked. */
export type Changes = Readonly<Record<string, string | null>>;

/** Somebody who works with the forms and scripts of the workspace, each answer of which is measured. */
export class Desk {
  readonly #ask: Ask;
  readonly #measured: Measured;
  constructor(ask: Ask, measured: Measured) {
    this.#ask = ask;
    this.#measured = measured;
  }

  #time(what: string, path: string, init: Sent = {}): Promise<Response> {
    return this.#measured.time(what, init.method ?? "GET", path, () => this.#ask(path, init));
  }

  /** @returns the page, which is not measured: the bench asks for pages by themselves */
  async page(path: string): Promise<string> {
    const answer = await this.#ask(path, {});
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }

  /** @param which the form's id, or the end of the address to which it or one of its buttons is sent */
  async form(path: string, which: string): Promise<FormOnPage> {
    const forms = formsOn(await this.page(path));
    for (const form of forms) {
      if (form.id === which || form.action.endsWith(which)) return form;
      const button = form.buttons.find(({ action }) => action.endsWith(which));
      if (button) return { ...form, action: button.action };
    }
    throw new Error(`No form ${which} on ${path}, only ${forms.map(({ id, action }) => `${id} ${action}`)}`);
  }

  async #sent(path: string, which: string, changes: Changes): Promise<{ action: string; body: URLSearchParams }> {
    const { action, entries } = await this.form(path, which);
    return { action, body: new URLSearchParams(changed(entries, changes)) };
  }

  /**
   * Sends a form of a page with what was changed in it.
   * @returns where the answer leads
   */
  async send(what: string, path: string, which: string, changes: Changes = {}): Promise<string> {
    const { action, body } = await this.#sent(path, which, changes);
    const answer = await this.#time(what, action, { method: "POST", body });
    if (answer.status !== 303) throw new Error(`${what}: ${answer.status} ${faultsIn(await answer.text())}`);
    return answer.headers.get("location")!;
  }

  /** Sends a form that is answered with a page. */
  async show(what: string, path: string, which: string, changes: Changes = {}): Promise<void> {
    const { action, body } = await this.#sent(path, which, changes);
    const answer = await this.#time(what, action, { method: "POST", body });
    if (answer.status !== 200) throw new Error(`${what}: ${answer.status} ${faultsIn(await answer.text())}`);
  }

  /** Sends a form with a file, which is no part of what is measured. */
  async upload(path: string, which: string, file: File, changes: Changes = {}, name = "file"): Promise<void> {
    const { action, entries } = await this.form(path, which);
    const body = new FormData();
    for (const [field, value] of changed(entries, changes)) body.append(field, value);
    body.append(name, file);
    const answer = await this.#ask(action, { method: "POST", body });
    if (answer.status !== 303) throw new Error(`${action}: ${answer.status} ${faultsIn(await answer.text())}`);
  }

  /** What a script asks. @returns the answer's body, `null` where it has none */
  async call(what: string, method: "POST" | "PUT" | "DELETE", path: string, body: unknown = {}): Promise<unknown> {
    const init = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await this.#time(what, path, init);
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    return answer.status === 204 ? null : answer.json();
  }

  /** What somebody or a script asks for that changes nothing. @param status what is answered where all is well */
  async look(what: string, path: string, status = 200): Promise<string> {
    const answer = await this.#time(what, path);
    const text = await answer.text();
    if (answer.status !== status) throw new Error(`${what}: ${path} answered ${answer.status} ${text.slice(0, 300)}`);
    return text;
  }

  /** Asks for a file that a page shows. */
  async lookAt(what: string, path: string, file: RegExp): Promise<void> {
    const [address] = file.exec(await this.page(path)) ?? [];
    if (!address) throw new Error(`${what}: ${path} shows none`);
    await this.look(what, address);
  }
}

const changed = (entries: FormOnPage["entries"], changes: Changes): FormOnPage["entries"] => [
  ...entries.filter(([name]) => !(name in changes)),
  ...Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== null),
];

/** What a page says is wrong, for whoever has to mend the bench. */
function faultsIn(html: string): string {
  const [, text = html] = /role="alert"[^>]*>([\s\S]{0,2000})/.exec(html) ?? [];
  return text
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 400);
}

export const idIn = (address: string): string => {
  const [id] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address) ?? [];
  if (!id) throw new Error(`No id in ${address}`);
  return id;
};
