import { Parser } from "htmlparser2";

/** What a browser reads in a field of several lines, which the parser leaves as it is written. */
function readText(written: string): string {
  let text = "";
  new Parser({ ontext: (part) => (text += part) }).end(written);
  return text;
}

type Entry = [name: string, value: string];

/** A form as it stands on a page. */
export interface FormOnPage {
  /** Empty where it has none. */
  id: string;
  action: string;
  /** What a browser would send of it by a button that says nothing itself; a name may stand more than once. */
  entries: Entry[];
  buttons: { name: string; value: string; action: string }[];
}

const isChosen = (type: string, given: object) => !/checkbox|radio/.test(type) || "checked" in given;

/** All forms of a page, in its order. */
export function formsOn(html: string): FormOnPage[] {
  const forms: FormOnPage[] = [];
  let around: FormOnPage | null = null;
  /** The field of several lines or choices in which the parser stands. */
  let [area, select]: [Entry | null, Entry | null] = [null, null];
  let isFirst = false;
  const parser = new Parser({
    onopentag(tag, { id = "", name = "", type = "", value = "", action = "", ...given }) {
      if (tag === "form") {
        around = { id, action, entries: [], buttons: [] };
        forms.push(around);
      }
      // Where none is chosen, a browser sends the first.
      if (tag === "option" && select && (isFirst || "selected" in given)) select[1] = value;
      if (tag === "option") isFirst = false;
      // What stands elsewhere on the page names the form that it belongs to.
      const form = given.form === undefined ? around : forms.find((one) => one.id === given.form);
      if (!form) return;
      if (tag === "button") form.buttons.push({ name, value, action: given.formaction ?? form.action });
      if (tag === "input" && name && type !== "file" && isChosen(type, given)) form.entries.push([name, value]);
      if (tag !== "textarea" && tag !== "select") return;
      const entry: Entry = [name, ""];
      form.entries.push(entry);
      if (tag === "textarea") area = entry;
      else [select, isFirst] = [entry, true];
    },
    ontext(text) {
      if (area) area[1] += text;
    },
    onclosetag(tag) {
      if (tag === "textarea" && area) area[1] = readText(area[1]);
      if (tag === "textarea") area = null;
      if (tag === "select") select = null;
      if (tag === "form") around = null;
    },
  });
  parser.end(html);
  return forms;
}
