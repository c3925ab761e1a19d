import { Extension, type Extensions, Mark } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { isAddress } from "./address.ts";
import { KeptTable, Table, TableCell, TableHeader, TableRow } from "./table.ts";

/** m², CO₂: kept where it stands. */
const raised = (name: "sub" | "sup") =>
  Mark.create({
    ...{ name, excludes: name === "sub" ? "sup" : "sub" },
    parseHTML: () => [{ tag: name }],
    renderHTML: () => [name, 0],
  });

const LanguageOfLinks = Extension.create({
  name: "languageOfLinks",
  addGlobalAttributes: () => [{ types: ["link"], attributes: { hreflang: { default: null } } }],
});

/** What a text may be made of: exactly what the server lets through. */
export const extensions: Extensions = [
  StarterKit.configure({
    ...{ code: false, codeBlock: false, strike: false, underline: false, trailingNode: false },
    heading: { levels: [2, 3, 4] },
    link: {
      ...{ openOnClick: false, defaultProtocol: "https", isAllowedUri: isAddress },
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  ...[LanguageOfLinks, raised("sub"), raised("sup")],
  ...[KeptTable, Table, TableRow, TableCell, TableHeader],
];
