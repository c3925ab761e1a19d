/**
 * Words that mean the same in a council. A line `a = b = c` is found by each of its terms; `a > b` means that who asks
 * for a finds b as well, but who asks for b did not mean a. Terms may have several words; which case they stand in does
 * not matter. A number after the line weighs what is found by it (1 is the word itself; 0.8 where nothing is said).
 *
 * Sources: abbreviations and double names as acts, agendas and notices use them; what people mix up (`taksë` for `tarifë`)
 * goes one way only. Left out for want of certainty: TAP, KVV, PLL.
 */
export const synonyms = `
  # The council and its acts
  KB = këshilli bashkiak = këshilli i bashkisë 1
  VKB = vendim i këshillit bashkiak = vendim këshilli 1
  VKB > vendim 0.5
  VKM = vendim i këshillit të ministrave 1
  NJVV = njësi e vetëqeverisjes vendore 1
  NJQV = njësi e qeverisjes vendore 1
  NJQV > njësi e vetëqeverisjes vendore
  komunë > njësi administrative 0.6
  komunë > bashki 0.5
  bashki > komunë 0.3
  kryebashkiak = kryetar i bashkisë 1
  kryebashkiake = kryetare e bashkisë 1
  anëtar i këshillit > këshilltar
  këshilltar bashkiak > anëtar i këshillit
  rend i ditës = rend dite = axhendë = agjendë 1
  seancë > mbledhje 0.6
  mbledhje plenare > mbledhje 0.6
  projektvendim = projekt vendim = draft vendim = draftvendim
  projektakt = draft akt = draftakt
  projektbuxhet = projekt buxhet = draft buxhet = draftbuxhet
  rregullore e brendshme > rregullore 0.4
  njoftim > lajmërim 0.6
  lajmërim > njoftim
  relacion > raport shpjegues
  raport shpjegues > relacion
  shtojcë = aneks
  # Taxes, fees, budget
  taksë > tarifë 0.6
  tatim > taksë 0.6
  pako fiskale = paketë fiskale 1
  PBA = program buxhetor afatmesëm 1
  rishpërndarje buxheti > rishikim buxheti
  ndryshim buxheti > rishikim buxheti 0.6
  TVSH = tatim mbi vlerën e shtuar 1
  rrogë = pagë
  hua = huamarrje
  kredi > huamarrje 0.6
  borxh > detyrime të prapambetura 0.6
  tender = prokurim
  # Waste, water, streets, services
  plehra = mbeturina = mbetje
  pastërti > pastrim 0.6
  ujë i pijshëm = furnizim me ujë 0.6
  furnizim me ujë = ujësjellës 0.6
  ujësjellës > ujë i pijshëm 0.6
  kanalizim = ujëra të zeza 0.6
  gropë septike > kanalizim 0.5
  drita rruge > ndriçim rrugor
  ndriçim rrugor = ndriçim publik
  dritë > ndriçim 0.6
  parkim > vendparkim
  vendparkim > parkim
  parking = parkim 1
  makinë > automjet 0.6
  veturë > automjet 0.6
  transport urban > transport qytetas
  transport qytetas > transport urban
  zjarrfikës = mbrojtje nga zjarri 0.6
  MZSH = mbrojtje nga zjarri dhe shpëtimi 1
  emergjencë = urgjencë 0.6
  kënd lojërash = kënd lodrash = shesh lojërash 0.6
  lulishte > hapësirë e gjelbër 0.6
  gjelbërim > hapësirë e gjelbër 0.6
  hapësirë e gjelbër > gjelbërim 0.6
  # Land and property
  PPV = plan i përgjithshëm vendor 1
  PDV = plan i detajuar vendor 1
  PDZRK = plan i detajuar për zona me rëndësi kombëtare 1
  ASHK = agjencia shtetërore e kadastrës 1
  kadastër > ASHK 0.6
  hipotekë > kadastër 0.6
  ALUIZNI > legalizim 0.6
  AKPT = agjencia kombëtare e planifikimit të territorit 1
  qira = qera 1
  qiradhënie = dhënie me qira 1
  shitje prone > tjetërsim 0.6
  tjetërsim > shitje 0.5
  emër rruge > emërtim rruge
  # People, schools, care
  ndihmë ekonomike = asistencë ekonomike = asistencë sociale 0.8
  PAK = persona me aftësi të kufizuara 1
  invalid > persona me aftësi të kufizuara 0.6
  strehim social = banesa sociale 0.8
  shtëpi sociale > strehim social 0.8
  kopsht fëmijësh > kopsht 1
  # Taking part, asking
  dëgjesë publike = seancë dëgjimore = seancë dëgjimi 0.8
  konsultim publik > dëgjesë publike 0.6
  peticion = kërkesë me nënshkrime 0.6
  e drejta e informimit > kërkesë për informim 0.6
  kërkesë për informacion = kërkesë për informim 1
  buxhetim me pjesëmarrje = buxhet me pjesëmarrje 1
  KQZ = Komisioni Qendror i Zgjedhjeve 1
  KLSH = Kontrolli i Lartë i Shtetit 1
  OJF = organizatë jofitimprurëse 1
  OJQ = organizatë joqeveritare 1
  shoqatë > organizatë jofitimprurëse 0.5
  # Spelling
  komisjon = komision 1
  fletpalosje = fletëpalosje 1
  bashkpunim = bashkëpunim 1
  egzekutiv = ekzekutiv 1
  pakicë kombëtare = minoritet 0.8
`;
