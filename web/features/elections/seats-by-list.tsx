import type { ListResult } from "../../../server/features/elections/elections.schema.ts";
import { useT } from "../../lib/i18n.ts";
import { useLocalized } from "../../lib/localized.ts";
import { Hemicycle, seatsByCount } from "../../ui/hemicycle.tsx";

type Seated = Pick<ListResult, "position" | "name" | "shortName" | "colour" | "seats">;

/** The seats that an election gave, in the order of the ballot from the left; lists without one have none here. */
export function SeatsByList(props: { lists: readonly Seated[] }) {
  const t = useT("elections");
  const { say } = useLocalized();
  const groups = () =>
    props.lists
      .filter(({ seats }) => seats > 0)
      .toSorted((one, other) => one.position - other.position)
      .map(({ position, name, shortName, colour, seats }) => ({
        ...{ key: String(position), label: say(name), short: shortName, colour, count: seats },
      }));
  return (
    <Hemicycle
      caption={t("seats_by_list")}
      groups={groups()}
      seats={seatsByCount(groups())}
      centre={String(groups().reduce((sum, { count }) => sum + count, 0))}
    />
  );
}
