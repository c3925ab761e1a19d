import { CouncilContacts } from "../site/council-contacts.tsx";
import { TextPage } from "./text-page.tsx";

export default function AccessibilityPage() {
  return (
    <TextPage
      title="Accessibility"
      lead="Anyone should be able to read and use this site: by eye, by ear, with a keyboard, on a small telephone or on paper. Here it says how far that is true and where it is not."
      text={(council) => (
        <>
          <h2>What it is measured by</h2>
          <p>
            The site follows the guidelines WCAG 2.2, level AA. The right to accessible information rests on law No.
            93/2014 on the inclusion of and accessibility for persons with disabilities.
          </p>
          <h2>What works</h2>
          <ul>
            <li>
              Everything can be read and filtered without JavaScript, with the keyboard alone and with a screen reader.
            </li>
            <li>Letters can be enlarged to 200 % and the page narrowed to 320 pixels without losing content.</li>
            <li>
              Colours follow your device, light or dark, and the contrast of text is at least 4.5 to 1. A council’s
              colour is accepted only when it meets this.
            </li>
            <li>A state is a word with a shape, never a colour alone. Movement stops when your device asks for it.</li>
            <li>Photographs are described in words. Notices and documents print as official papers.</li>
          </ul>
          <h2>What does not work yet</h2>
          <ul>
            <li>
              Documents uploaded as PDF files depend on whoever made them: some may be scans that a screen reader cannot
              read. Ask the secretariat for another form.
            </li>
            <li>Some texts exist in Albanian only; on English pages they say so and are marked as Albanian.</li>
            <li>The site has not been tried yet by people who use assistive technology every day.</li>
          </ul>
          <h2>How it was tested</h2>
          <p>
            Every version goes through automatic tests (axe-core) in a real browser: each kind of page, in both
            languages, in light and dark. The main journeys are tested with the keyboard alone, at 320 pixels and with
            enlarged letters. This statement was reviewed on 23.11.2026.
          </p>
          <h2>Tell us what is in your way</h2>
          <p>
            Write or call and say what you wanted to do and where you got stuck. Ask for information that you cannot
            read here in the form that you need.
          </p>
          <div class="card">
            <CouncilContacts contacts={council.contacts} />
          </div>
          <p>
            If no answer comes, or it does not help, you can turn to the Commissioner for Protection from Discrimination
            (law No. 10 221/2010).
          </p>
        </>
      )}
    />
  );
}
