import { elementByCode } from "../../../server/features/elements/catalogue.shared.ts";
import { PersonCard } from "../contacts/person-card.tsx";
import { TextPage } from "./text-page.tsx";

export default function PrivacyPage() {
  const rules = elementByCode("B.II.5");
  const hosting = elementByCode("B.II.3");
  return (
    <TextPage
      title="Privatësia"
      lead="Kjo faqe lexohet pa emër, pa llogari dhe pa “cookies”. Këtu thuhet çfarë ruhet megjithatë, pse, dhe cilat janë të drejtat tuaja."
      text={(council) => (
        <>
          <h2>Kush përgjigjet</h2>
          <p>
            Kontrollues i të dhënave është {council.names.municipality.sq}, për {council.names.council.sq}. Vlen ligji
            nr. 124/2024, “Për mbrojtjen e të dhënave personale”.
          </p>
          <h2>Kur lexoni</h2>
          <ul>
            <li>Nuk vendoset asnjë “cookie” dhe nuk ka mjete ndjekjeje, reklama apo shërbime të të tjerëve në faqe.</li>
            <li>
              Vetëm kush hyn për të punuar në këtë faqe merr “cookies”: një për sa kohë është brenda dhe një me të cilën
              shfletuesi njihet herën tjetër, për gjysmë viti. Nga të dyja këtu ruhet vetëm një gjurmë e pakthyeshme.
            </li>
            <li>
              Serveri shënon për çdo kërkesë orën, adresën e faqes pa fjalët e filtrave, madhësinë e përgjigjes dhe si
              shkoi puna. Adresa juaj e internetit (IP) nuk shkruhet në këtë regjistër. Kjo shërben për të gjetur
              gabimet.
            </li>
            <li>
              Nëse e instaloni faqen në telefon, shfletuesi juaj ruan vetëm njoftimin që del kur nuk ka lidhje, bashkë
              me pamjen e tij.
            </li>
          </ul>
          <h2>Çfarë publikohet</h2>
          <p>
            Emrat e të zgjedhurve dhe të nëpunësve publikohen për detyrën që kanë. Në dokumente, të dhënat e qytetarëve
            mbulohen para publikimit; regjistrat e kërkesave dhe të ankesave mbahen pa emra. Nëse gjeni të dhëna tuajat
            që nuk duhet të jenë publike, na shkruani: versioni publik hiqet.
          </p>
          <h2>Ku dhe sa ruhen</h2>
          <p>
            Sa ruhet secili lloj i të dhënave thuhet te{" "}
            <a link href={rules.path.sq}>
              {rules.short.sq}
            </a>
            ; ku ndodhet serveri thuhet te{" "}
            <a link href={hosting.path.sq}>
              {hosting.short.sq}
            </a>
            . Kur këto dokumente nuk janë publikuar ende, faqja e tyre e thotë.
          </p>
          <h2>Të drejtat tuaja</h2>
          <p>
            Mund të kërkoni të dini cilat të dhëna tuajat mbahen, t’i ndreqni, t’i fshini ose të kundërshtoni
            përpunimin. Drejtojuni nëpunësit për mbrojtjen e të dhënave:
          </p>
          <PersonCard
            person={council.contacts.dataOfficer}
            unknown="Kontakti i nëpunësit për mbrojtjen e të dhënave nuk është publikuar ende. Shkruajini sekretariatit të Këshillit, në godinën e bashkisë."
          />
          <p>
            Mund të ankoheni edhe te Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të Dhënave Personale,{" "}
            <a href="https://www.idp.al">idp.al</a>.
          </p>
        </>
      )}
    />
  );
}
