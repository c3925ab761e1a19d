import { CouncilContacts } from "../site/council-contacts.tsx";
import { TextPage } from "./text-page.tsx";

export default function AccessibilityPage() {
  return (
    <TextPage
      title="Aksesueshmëria"
      lead="Kjo faqe duhet të lexohet e të përdoret nga kushdo: me sy, me dëgjim, me tastierë, në telefon të vogël ose në letër. Këtu thuhet sa e arrin këtë dhe ku nuk e arrin."
      text={(council) => (
        <>
          <h2>Me çfarë matet</h2>
          <p>
            Faqja mbahet sipas udhëzimeve WCAG 2.2, niveli AA. E drejta për informacion të aksesueshëm mbështetet te
            ligji nr. 93/2014, “Për përfshirjen dhe aksesueshmërinë e personave me aftësi të kufizuara”.
          </p>
          <h2>Çfarë punon</h2>
          <ul>
            <li>Gjithçka lexohet dhe filtrohet edhe pa JavaScript, vetëm me tastierë dhe me lexues ekrani.</li>
            <li>
              Shkronjat mund të zmadhohen deri në 200 % dhe faqja të ngushtohet deri në 320 pikselë, pa humbur
              përmbajtje.
            </li>
            <li>
              Ngjyrat ndjekin pajisjen tuaj, të çelëta ose të errëta, dhe kontrasti i tekstit është të paktën 4,5 me 1.
              Ngjyra e Këshillit pranohet vetëm kur e plotëson këtë.
            </li>
            <li>
              Gjendja shprehet me fjalë dhe me shenjë, kurrë vetëm me ngjyrë. Lëvizjet ndalen kur pajisja e kërkon.
            </li>
            <li>Fotografitë kanë përshkrim me fjalë. Njoftimet dhe dokumentet shtypen si letra zyrtare.</li>
          </ul>
          <h2>Çfarë nuk punon ende</h2>
          <ul>
            <li>
              Dokumentet që ngarkohen si skedarë PDF varen nga ai që i ka bërë: disa mund të jenë të skanuara e të
              palexueshme për një lexues ekrani. Kërkojini në një formë tjetër te sekretariati.
            </li>
            <li>Disa tekste janë vetëm në shqip; në faqen anglisht ato e thonë dhe shënohen si shqip.</li>
            <li>Faqja nuk është provuar ende nga persona që përdorin çdo ditë mjete ndihmëse.</li>
          </ul>
          <h2>Si u provua</h2>
          <p>
            Çdo version kalon nëpër prova automatike (axe-core) në një shfletues të vërtetë: çdo lloj faqeje, në të dyja
            gjuhët, në dritë e në errësirë. Rrugët kryesore provohen vetëm me tastierë, në 320 pikselë dhe me shkronja
            të zmadhuara. Deklarata u rishikua më 23.11.2026.
          </p>
          <h2>Na thoni çfarë ju pengon</h2>
          <p>
            Shkruani ose telefononi çfarë donit të bënit dhe ku mbetët. Informacionin që nuk e lexoni dot këtu,
            kërkojeni në formën që ju duhet.
          </p>
          <div class="card">
            <CouncilContacts contacts={council.contacts} />
          </div>
          <p>
            Nëse nuk merrni përgjigje ose përgjigjja nuk ju mjafton, mund t’i drejtoheni Komisionerit për Mbrojtjen nga
            Diskriminimi (ligji nr. 10 221/2010).
          </p>
        </>
      )}
    />
  );
}
