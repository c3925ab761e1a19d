import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { createSignal, onMount } from "solid-js";

/** What became of asking the browser: it is busy with it, its owner turned it down, or it was refused here. */
export type Ceremony = "idle" | "busy" | "turned_down" | "failed";

async function optionsFrom(address: string): Promise<unknown> {
  const answer = await fetch(address, { method: "POST", headers: { accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error("No challenge.");
  return answer.json();
}

/**
 * Has the browser make or use a passkey, writes what it says into the form's field `response` and sends the form. Where
 * there is no script or no such browser, `isOffered` stays false and nothing is shown.
 */
export function createCeremony(kind: "make" | "use", challengeAddress: string) {
  const [isOffered, setOffered] = createSignal(false);
  const [state, setState] = createSignal<Ceremony>("idle");
  onMount(() => setOffered(browserSupportsWebAuthn()));

  async function run(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    const form = event.currentTarget;
    const field = form.elements.namedItem("response") as HTMLInputElement;
    if (field.value) return;
    event.preventDefault();
    if (state() === "busy") return;
    setState("busy");
    try {
      const options = await optionsFrom(challengeAddress);
      const said =
        kind === "make"
          ? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
          : await startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
      field.value = JSON.stringify(said);
      form.submit();
    } catch (failure) {
      const name = (failure as Error).name;
      setState(name === "NotAllowedError" || name === "AbortError" ? "turned_down" : "failed");
    }
  }
  return { isOffered, state, run };
}
