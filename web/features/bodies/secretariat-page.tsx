import { createAsync } from "@solidjs/router";
import { Show } from "solid-js";
import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { OnlyAlbanian } from "../../ui/only-albanian.tsx";
import { ElementPage, useElement } from "../elements/element-frame.tsx";
import { getSecretariat } from "./bodies-query.ts";
import { BodySheet } from "./body-sheet.tsx";

/** The council’s secretary and the staff of the secretariat. */
export default function SecretariatPage() {
  const element = elementByCode("I.2.3");
  const description = useElement(() => element.code);
  const body = createAsync(() => getSecretariat());
  return (
    <ElementPage element={element} description={description()} isFilled={Boolean(body())}>
      <Show when={body()}>
        {(found) => (
          <>
            <OnlyAlbanian texts={[found().functions, found().duties]} />
            <BodySheet body={found()} withoutMeetings />
          </>
        )}
      </Show>
    </ElementPage>
  );
}
