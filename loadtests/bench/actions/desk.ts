import { type FormOnPage, formsOn } from "../../../tests/support/forms-on.ts";

interface Sent {
  method?: string;
  body?: BodyInit;
  headers?: Record<string, string>;
}
type Ask = (path: string, init: Sent) => Promise<Response>;

/** Somebody who works with the forms and scripts of the workspace, and how long each answer took. */
export class Desk {
  /** Milliseconds of every answer, by what was done. */
  readonly spent = new Map<string, number[]>();

  readonly #ask: Ask;
  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async #measured(what: string, path: string, init: Sent): Promise<Response> {
    const started = performance.now();
    const answer = await this.#ask(path, init);
    const taken = performance.now() - started;
    this.spent.set(what, [...(this.spent.get(what) ?? []), taken]);
    return answer;
  }

  /** @returns the page, which is not measured: the bench asks for pages by themselves */
  async page(path: string): Promise<string> {
    const answer = await this.#ask(path, {});
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  }

  /** @param which the form's id, or the end of the address to which one of its buttons sends it */
  async form(path: string, which: string): Promise<FormOnPage> {
    const forms = formsOn(await this.page(path));
    for (const form of forms) {
      if (form.id === which) return form;
      const button = form.buttons.find(({ action }) => action.endsWith(which));
      if (button) return { ...form, action: button.action };
    }
    throw new Error(`No form ${which} on ${path}, only ${forms.map(({ id, action }) => `${id} ${action}`)}`);
  }

  /**
   * Sends a form of a page with what was changed in it.
   * @returns where the answer leads
   */
  async send(what: string, path: string, which: string, changes: Readonly<Record<string, string>> = {}) {
    const { action, entries } = await this.form(path, which);
    const body = new URLSearchParams([...entries.filter(([name]) => !(name in changes)), ...Object.entries(changes)]);
    const answer = await this.#measured(what, action, { method: "POST", body });
    if (answer.status !== 303) throw new Error(`${what}: ${answer.status} ${faultsIn(await answer.text())}`);
    return answer.headers.get("location")!;
  }

  /** What a script asks. @returns the answer's body */
  async call(what: string, method: "POST" | "PUT", path: string, body: unknown): Promise<unknown> {
    const init = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const answer = await this.#measured(what, path, init);
    if (!answer.ok) throw new Error(`${what}: ${answer.status} ${(await answer.text()).slice(0, 500)}`);
    return answer.json();
  }
}

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
