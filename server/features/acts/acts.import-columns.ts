import { choicesOf, type ImportColumn, yesOrNo } from "../../import/column.ts";
import { actNatures, actTypes, type prefectSteps, proposerKinds, reconsiderations, subjects } from "./acts.shared.ts";

/** The answers of the prefect, and that there was none. */
export const answers = ["no_objection", "no_answer", "returned"] as const satisfies (typeof prefectSteps)[number][];

const cited = {
  sq: "Aktet siç citohen, të ndara me pikëpresje: “Vendim 12/2024; Vendim 3/2019”. Një akt që nuk është në regjistër shkruhet me fjalë.",
  en: "The acts as they are cited, behind semicolons: “Vendim 12/2024; Vendim 3/2019”. One that is not in the register is written in words.",
};
const english = { sq: "E njëjta në anglisht.", en: "The same in English." };
const files = {
  sq: "Emri i skedarit në arkivin ZIP ose në dosje; disa emra ndahen me pikëpresje.",
  en: "The file’s name in the ZIP archive or folder; several names behind semicolons.",
};

/** A row is an act as an older register has it. */
export const actColumns: readonly ImportColumn[] = [
  {
    name: "type",
    required: true,
    label: { sq: "Lloji", en: "Type" },
    meaning: { sq: "Vendim, urdhëresë ose rezolutë.", en: "Decision, ordinance or resolution." },
    example: "Vendim",
    choices: choicesOf("matters", "type.", actTypes).map((choice) =>
      choice.value === "decision" ? { ...choice, also: ["VKB", "Vendim i Këshillit Bashkiak"] } : choice,
    ),
  },
  {
    name: "number",
    required: true,
    kind: "number",
    label: { sq: "Numri", en: "Number" },
    also: ["Nr", "No"],
    meaning: {
      sq: "Numri i aktit në vitin (ose mandatin) e tij, pa vitin.",
      en: "The act’s number in its year (or term), without the year.",
    },
    example: "12",
  },
  {
    name: "adopted_on",
    required: true,
    kind: "day",
    label: { sq: "Data e miratimit", en: "Adopted" },
    also: ["Data", "Miratuar", "Date"],
    meaning: { sq: "Dita kur Këshilli e miratoi.", en: "The day on which the Council adopted it." },
    example: "05.03.2024",
  },
  {
    name: "title_sq",
    required: true,
    label: { sq: "Titulli", en: "Title" },
    also: ["Titulli (shqip)", "Title (Albanian)"],
    meaning: { sq: "Titulli, p.sh. “Për miratimin e …”.", en: "The title, in Albanian." },
    example: "Për tarifën e pastrimit",
  },
  {
    name: "title_en",
    label: { sq: "Titulli (anglisht)", en: "Title (English)" },
    meaning: english,
    example: "On the cleaning fee",
  },
  {
    name: "nature",
    label: { sq: "Natyra", en: "Nature" },
    meaning: {
      sq: "Akt normativ ose individual. Bosh do të thotë normativ.",
      en: "Normative or individual. Empty means normative.",
    },
    example: "Akt normativ",
    choices: choicesOf("matters", "nature.", actNatures).map((choice) => ({
      ...choice,
      also: choice.value === "normative" ? ["normativ"] : ["individual"],
    })),
  },
  {
    name: "subject",
    label: { sq: "Fusha", en: "Subject" },
    meaning: { sq: "Bosh do të thotë çështje të tjera.", en: "Empty means other matters." },
    example: "Taksat dhe tarifat vendore",
    choices: choicesOf("matters", "subject.", subjects),
  },
  {
    name: "proposer_kind",
    label: { sq: "Propozuesi", en: "Proposer" },
    meaning: { sq: "Kush e propozoi.", en: "Who proposed it." },
    example: "Kryetari i bashkisë",
    choices: choicesOf("matters", "proposer.", proposerKinds),
  },
  {
    name: "proposer_sq",
    label: { sq: "Propozuesi sipas dokumentit", en: "Proposer as printed" },
    also: ["Propozuesi sipas dokumentit (shqip)", "Proposer as printed (Albanian)"],
    meaning: {
      sq: "Siç shkruhet në dokument; kërkon edhe propozuesin.",
      en: "As the papers print it; the proposer is needed too.",
    },
  },
  {
    name: "summary_sq",
    label: { sq: "Përmbledhja", en: "Summary" },
    also: ["Përmbledhja (shqip)", "Summary (Albanian)"],
    meaning: { sq: "Çfarë vendosi, në një a dy fjali.", en: "What it decided, in a sentence or two, in Albanian." },
  },
  { name: "summary_en", label: { sq: "Përmbledhja (anglisht)", en: "Summary (English)" }, meaning: english },
  {
    name: "body",
    label: { sq: "Organi", en: "Body" },
    also: ["Miratuar nga", "Adopted by"],
    meaning: {
      sq: "Emri i organit që e miratoi. Bosh do të thotë Këshilli.",
      en: "The body that adopted it, by its name. Empty means the Council.",
    },
  },
  {
    name: "announced_on",
    kind: "day",
    label: { sq: "Shpallur", en: "Announced" },
    meaning: { sq: "Dita e shpalljes.", en: "The day of its announcement." },
    example: "08.03.2024",
  },
  {
    name: "notified_on",
    kind: "day",
    label: { sq: "Njoftuar personave", en: "Persons notified" },
    meaning: {
      sq: "Vetëm për aktet individuale: kur iu njoftua personave.",
      en: "Of individual acts alone: when the persons concerned were told.",
    },
  },
  {
    name: "in_force_on",
    kind: "day",
    label: { sq: "Hyn në fuqi", en: "Comes into force" },
    meaning: {
      sq: "Bosh do të thotë sipas ligjit, dhjetë ditë pas shpalljes, kur shpallja dihet.",
      en: "Empty means by the law’s rule, ten days after the announcement, where that is known.",
    },
  },
  {
    name: "deposited_on",
    kind: "day",
    label: { sq: "Depozituar te prefekti", en: "Deposited with the prefect" },
    meaning: { sq: "Dita e depozitimit.", en: "The day of the deposit." },
    example: "12.03.2024",
  },
  {
    name: "deposit_number",
    label: { sq: "Numri i protokollit te prefekti", en: "Prefect’s registry number" },
    meaning: {
      sq: "I detyrueshëm kur dihet dita e depozitimit.",
      en: "Required where the day of the deposit is known.",
    },
    example: "418",
  },
  {
    name: "answer",
    label: { sq: "Përgjigjja e prefektit", en: "Prefect’s answer" },
    meaning: { sq: "Bosh do të thotë se nuk dihet.", en: "Empty means that it is not known." },
    example: "nuk kundërshtoi",
    choices: [
      { value: "no_objection", label: { sq: "nuk kundërshtoi", en: "no objection" } },
      { value: "no_answer", label: { sq: "nuk u përgjigj", en: "no answer" } },
      { value: "returned", label: { sq: "e ktheu", en: "returned" } },
    ],
  },
  {
    name: "answered_on",
    kind: "day",
    label: { sq: "Data e përgjigjes", en: "Day of the answer" },
    meaning: { sq: "E detyrueshme kur dihet përgjigjja.", en: "Required where the answer is known." },
    example: "20.03.2024",
  },
  {
    name: "return_reasons_sq",
    label: { sq: "Arsyet e kthimit", en: "Reasons for the return" },
    meaning: { sq: "Të detyrueshme kur prefekti e ktheu.", en: "Required where the prefect returned it, in Albanian." },
  },
  {
    name: "reconsidered_on",
    kind: "day",
    label: { sq: "Rishqyrtuar më", en: "Reconsidered on" },
    meaning: { sq: "Pas kthimit: kur e rishqyrtoi Këshilli.", en: "After a return: when the Council reconsidered it." },
  },
  {
    name: "reconsideration",
    label: { sq: "Vendimi pas rishqyrtimit", en: "Outcome of the reconsideration" },
    meaning: { sq: "Çfarë vendosi atëherë Këshilli.", en: "What the Council decided then." },
    choices: choicesOf("acts", "outcome.", reconsiderations).map((choice, at) => ({
      ...choice,
      also: [
        ["la në fuqi", "kept"],
        ["ndryshoi", "changed"],
        ["shfuqizoi", "repealed"],
      ][at]!,
    })),
  },
  { name: "amends", label: { sq: "Ndryshon", en: "Amends" }, meaning: cited },
  { name: "repeals", label: { sq: "Shfuqizon", en: "Repeals" }, meaning: cited, example: "Vendim 40/2019" },
  { name: "supplements", label: { sq: "Plotëson", en: "Supplements" }, meaning: cited },
  { name: "implements", label: { sq: "Zbaton", en: "Implements" }, meaning: cited },
  { name: "corrects", label: { sq: "Korrigjon", en: "Corrects" }, meaning: cited },
  {
    name: "gap_reason",
    label: { sq: "Pse mungojnë numrat para tij", en: "Why numbers before it are missing" },
    meaning: {
      sq: "Kur para këtij akti mungojnë numra. Bosh do të thotë se nuk gjenden në regjistrin e mëparshëm; regjistri publik e tregon arsyen.",
      en: "Where numbers before this act are missing. Empty means that they are not in the older register; the public register tells the reason.",
    },
  },
  {
    name: "names_persons",
    label: { sq: "Përmend persona", en: "Names persons" },
    meaning: {
      sq: "Po, kur teksti përmend persona: atëherë publiku sheh vetëm versionin e anonimizuar.",
      en: "Yes where the text names persons: the public then sees the redacted version alone.",
    },
    example: "jo",
    choices: yesOrNo,
  },
  {
    name: "file",
    label: { sq: "Skedari", en: "File" },
    also: ["Teksti", "Text"],
    meaning: files,
    example: "2024/vendim-12.pdf",
  },
  {
    name: "file_redacted",
    label: { sq: "Skedari i anonimizuar", en: "Redacted file" },
    meaning: {
      sq: "Versioni që mund të shohë publiku, kur teksti përmend persona.",
      en: "The version that the public may see, where the text names persons.",
    },
  },
  { name: "annexes", label: { sq: "Shtojcat", en: "Annexes" }, meaning: files },
];

/** Columns that the register's own table computes. */
export const ignoredActColumns = [
  ...[
    "type_label",
    "series",
    "nature_label",
    "subject_label",
    "body_sq",
    "body_en",
    "proposer_kind_label",
    "repealed_on",
  ],
  ...["force", "force_label", "prefect_state", "prefect_state_label", "votes_for", "votes_against", "abstentions"],
  ...["files", "url"],
];
