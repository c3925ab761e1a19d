import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { useLocalized } from "../../lib/localized.ts";
import { PersonCard } from "../contacts/person-card.tsx";
import { TextPage } from "./text-page.tsx";

export default function PrivacyPage() {
  const { say } = useLocalized();
  const rules = elementByCode("B.II.5");
  const hosting = elementByCode("B.II.3");
  return (
    <TextPage
      title="Privacy"
      lead="This site is read without a name, without an account and without cookies. Here it says what is kept all the same, why, and which rights you have."
      text={(council) => (
        <>
          <h2>Who answers for it</h2>
          <p>
            The controller is the {say(council.names.municipality)}, for the {say(council.names.council)}. Law No.
            124/2024 on the protection of personal data applies.
          </p>
          <h2>When you read</h2>
          <ul>
            <li>No cookie is set, and there are no trackers, advertisements or services of others on the pages.</li>
            <li>
              Only whoever signs in to work on this site is given cookies: one for the session, and one by which the
              browser is known at the next sign-in, for half a year. Of both only a hash is kept here.
            </li>
            <li>
              For each request the server records the time, the address of the page without the words of filters, the
              size of the answer and how it went. Your internet address (IP) is not written into this record. It serves
              to find faults.
            </li>
            <li>
              If you install the site on a telephone, your browser keeps only the notice that is shown without a
              connection, and what it looks like.
            </li>
          </ul>
          <h2>What is published</h2>
          <p>
            The names of elected members and officials are published for the office they hold. In documents, data about
            residents are covered before publication; the registers of requests and complaints are kept without names.
            If you find data of yours that should not be public, write to us: the public version is taken away.
          </p>
          <h2>Where and how long</h2>
          <p>
            How long each kind of data is kept is said under{" "}
            <a link href={rules.path.en}>
              {rules.short.en}
            </a>
            ; where the server stands is said under{" "}
            <a link href={hosting.path.en}>
              {hosting.short.en}
            </a>
            . Where these documents are not published yet, their page says so.
          </p>
          <h2>Your rights</h2>
          <p>
            You may ask which data about you are kept, have them corrected or erased, or object to their use. Turn to
            the data protection officer:
          </p>
          <PersonCard
            person={council.contacts.dataOfficer}
            unknown="The contact of the data protection officer has not been published yet. Write to the Council’s secretariat in the municipality’s building."
          />
          <p>
            You may also complain to the Commissioner for the Right to Information and Protection of Personal Data,{" "}
            <a href="https://www.idp.al">idp.al</a>.
          </p>
        </>
      )}
    />
  );
}
