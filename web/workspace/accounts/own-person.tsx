import { useT } from "../../lib/i18n.ts";
import { type Choice, Select } from "../ui/form-fields.tsx";

/** Whom of the register the account of a councillor belongs to. */
export function OwnPerson(props: { people: readonly Choice[] }) {
  const t = useT("accounts");
  return (
    <Select
      name="person"
      label={t("own_person")}
      hint={t("own_person_hint")}
      choices={props.people}
      empty={t("own_person_none")}
    />
  );
}
