import { emblemNames } from "../../../server/features/settings/emblems.ts";
import { moduleNames } from "../../../server/features/settings/modules.shared.ts";
import { settingsGroups } from "../../../server/features/settings/settings.paths.shared.ts";

const sections = [
  ...["names", "contacts", "social", "media", "data-officer", "colour", "emblem", "languages", "numbering"],
  ...["approval", "broadcast", "periods", "days", "order", "modules", "domain"],
];
const units = ["working", "calendar", "months", "hours"];

export default [
  { namespace: "settings", prefix: "group_", rest: Object.keys(settingsGroups), because: "sections stand in groups" },
  {
    namespace: "settings",
    prefix: "module_",
    rest: moduleNames.flatMap((name) => [name, `${name}_text`]),
    because: "what a council may not have is a list",
  },
  { namespace: "readiness", prefix: "declined.", rest: moduleNames, because: "what a council may not have is a list" },
  {
    namespace: "errors",
    prefix: "settings.",
    rest: moduleNames.flatMap((name) => [`still_stands_${name}`, `declined_${name}`]),
    because: "what a council may not have is a list",
  },
  {
    namespace: "settings",
    prefix: "emblem.",
    rest: emblemNames,
    because: "an emblem that any council may take has a name",
  },
  { namespace: "settings", prefix: "section_", rest: sections, because: "the settings have sections" },
  { namespace: "settings", prefix: "scheme_", rest: ["light", "dark"], because: "a page is light or dark" },
  { namespace: "settings", prefix: "unit_", rest: units, because: "a period has a unit" },
  { namespace: "settings", prefix: "length_", rest: units, because: "a period has a unit" },
  { namespace: "settings", prefix: "may_", rest: ["longer", "shorter", "set"], because: "the law says what rules may" },
  { namespace: "settings", prefix: "day_", rest: ["added", "confirmed", "removed"], because: "a day was changed" },
  {
    namespace: "settings",
    prefix: "holiday_",
    rest: ["confirm", "move", "remove"],
    because: "a holiday is confirmed, moved or taken off",
  },
  {
    namespace: "settings",
    prefix: "domain_",
    rest: ["waiting", "pointed", "active"].flatMap((state) => [state, `${state}_text`]),
    because: "a domain has a state",
  },
];
