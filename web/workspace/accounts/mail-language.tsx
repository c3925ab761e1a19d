import { useT } from "../../lib/i18n.ts";
import { Choices } from "../ui/form-fields.tsx";

/** In which language somebody gets letters from the portal; each is named in itself. */
export function MailLanguage() {
  const t = useT("accounts");
  return (
    <Choices
      name="language"
      label={t("mail_language")}
      kind="radio"
      inline
      required
      choices={[
        { value: "sq", label: "Shqip" },
        { value: "en", label: "English" },
      ]}
    />
  );
}
