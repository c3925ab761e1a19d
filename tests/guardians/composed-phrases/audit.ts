import { deeds } from "../../../web/i18n/en/deeds.ts";

const keys = Object.keys(deeds);
const after = (prefix: string) => keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));

export default [
  { namespace: "deeds", prefix: "subject.", rest: after("subject."), because: "a change is of something" },
  { namespace: "deeds", prefix: "did.", rest: after("did."), because: "audit.test.ts holds each against the source" },
  { namespace: "deeds", prefix: "field.", rest: after("field."), because: "fields are data" },
  { namespace: "deeds", prefix: "value.", rest: after("value."), because: "values are data" },
  {
    namespace: "audit",
    prefix: "by_",
    rest: ["account", "operator", "portal"],
    because: "somebody or the portal did it",
  },
  { namespace: "deeds", prefix: "in_", rest: ["sq", "en"], because: "a text is in one of two languages" },
];
