import { phrases } from "../../http/phrases.ts";
import { dayIn, numericDay, timeIn, weekdayOf } from "../../local-time.ts";
import type { Locale, LocalizedText } from "../../locale.shared.ts";
import { meetingName } from "../meetings/meeting-name.ts";
import type { MeetingPackage, PackagedFile } from "./packages.queries.ts";

export interface PackageFacts {
  /** The council's name. */
  council: LocalizedText;
  /** Address of the meeting's page. */
  page: string;
}

/** A file with its name in the archive. */
export type ListedFile = PackagedFile & { name: string };

type ListedPackage = Omit<MeetingPackage, "files" | "items"> & {
  files: ListedFile[];
  items: (Omit<MeetingPackage["items"][number], "files"> & { files: ListedFile[] })[];
};

const inLocale = (text: LocalizedText, locale: Locale) => text[locale] || text.sq;
const numbersOf: Record<Locale, Intl.NumberFormat> = {
  sq: new Intl.NumberFormat("sq", { useGrouping: "always" }),
  en: new Intl.NumberFormat("en-GB"),
};

/** The readable list inside of a package: what it is, and every item with its files, or that it has none. */
export function packageContents(
  { meeting, files, items }: ListedPackage,
  locale: Locale,
  { council, page, manifestName }: PackageFacts & { manifestName: string },
): string {
  const t = phrases(locale, "packages");
  const day = dayIn(meeting.starts_at);
  const say = (text: LocalizedText) => inLocale(text, locale);

  function remarks({ size, version, added_at }: ListedFile): string {
    const isLate = meeting.announced_at !== null && added_at > meeting.announced_at;
    return [
      t("file", { count: size, replace: { count: numbersOf[locale].format(size) } }),
      t(isLate ? "late" : "added", { date: numericDay(dayIn(added_at)) }),
      ...(version > 1 ? [t("version", { version })] : []),
    ].join(", ");
  }
  const listed = (list: readonly ListedFile[]) =>
    list.flatMap((file) => [`   ${say(file.title)}`, `      ${file.name}`, `      ${remarks(file)}`]);
  const heading = (text: string) => ["", text, "-".repeat(text.length)];

  const lines = [
    say(council),
    meetingName(meeting, locale),
    ...(say(meeting.body_name) === say(council) ? [] : [say(meeting.body_name)]),
    t("when", { weekday: weekdayOf(day, locale), date: numericDay(day), time: timeIn(meeting.starts_at) }),
    ...(meeting.place ? [t("place", { place: say(meeting.place) })] : []),
    ...(meeting.online_url ? [t("online", { address: meeting.online_url })] : []),
    ...(meeting.closed_reason ? [t("closed", { reason: say(meeting.closed_reason) })] : []),
    ...(meeting.stage === "cancelled" ? [t("cancelled", { reason: say(meeting.stage_reason!) })] : []),
    ...(meeting.stage === "postponed" ? [t("postponed", { reason: say(meeting.stage_reason!) })] : []),
    "",
    t("what"),
    t("page", { address: page }),
    t("check", { file: manifestName }),
    ...heading(t("of_meeting")),
    ...(files.length > 0 ? listed(files) : [`   ${t("no_documents")}`]),
    ...heading(t("agenda")),
    ...(items.length > 0 ? [] : [t("no_agenda")]),
    ...items.flatMap((item) => [
      "",
      `${item.path.join(".")}. ${say(item.title)}`,
      ...(item.files.length > 0 ? listed(item.files) : [`   ${t("no_documents")}`]),
    ]),
  ];
  // Windows' own editor of old knows no other ends of lines.
  return `${lines.join("\r\n")}\r\n`;
}
