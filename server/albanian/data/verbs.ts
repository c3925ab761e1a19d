/**
 * Verbs of councils with the noun of their action. A verb, its participle and its noun are one term for who searches:
 * `miratoj`, `u miratua`, `i miratuar`, `miratimi`. Who does it (`votues`, `mbledhës`) is another word, and so is a noun
 * that only looks like one of action: `vendim` belongs to no `vendoj`, and to `vendos` only by origin.
 *
 * Sources: the conjugations of the school grammar; words by hand from acts, agendas and minutes of councils.
 */
export const regularVerbs = `
  abstenoj aderoj administroj adresoj afishoj afroj akordoj aktivizoj alarmoj alokoj amortizoj angazhoj anketoj
  ankimoj ankoj anonimizoj anuloj anëtarësoj aplikoj aprovoj argumentoj arkivoj arkëtoj arsimoj arsyetoj asfaltoj
  asgjësoj auditoj automatizoj autorizoj azhornoj ballafaqoj banoj barazoj bashkoj bashkëfinancoj bashkëjetoj
  bashkëpunoj bashkërendoj besoj betoj betonoj binjakëzoj bisedoj bllokoj botoj buroj buxhetoj caktoj certifikoj
  cilësoj citoj debatoj decentralizoj deklaroj dekoroj delegoj demonstroj depozitoj detajoj detyroj dezinfektoj
  dhuroj digjitalizoj disiplinoj diskriminoj diskutoj disponoj divorcoj dixhitalizoj dokumentoj dorëzoj drejtoj
  dyshoj dëgjoj dëmtoj dënoj dërgoj dëshmoj edukoj ekspozoj ekzaminoj ekzekutoj eliminoj emëroj emërtoj evakuoj
  evidentoj falenderoj falënderoj faturoj festoj filloj filmoj financoj fitoj fokusoj formoj fotografoj freskoj
  funksionoj fuqizoj furnizoj gaboj garantoj gjelbëroj gjeneroj gjurmoj gjykoj grumbulloj gërmoj gëzoj harmonizoj
  hartoj hetoj hidroizoloj hipotekoj hostoj huazoj identifikoj ilustroj indeksoj informoj inkurajoj inspektoj
  instaloj integroj interesoj interpretoj inventarizoj investoj izoloj jetoj justifikoj kaloj kanalizoj kandidoj
  kategorizoj klasifikoj klimatizoj kodifikoj kolaudoj komentoj kompensoj kompletoj komunikoj konfirmoj konfiskoj
  konkludoj konkretizoj konkurroj konsideroj konsolidoj konstatoj konstituoj konsultoj kontaktoj kontestoj
  kontraktoj kontribuoj koordinoj korrigjoj krahasoj kreditoj krijoj kualifikoj kufizoj kryqëzoj kujtoj kultivoj
  kundërshtoj kuptoj kurorëzoj kursoj kushtoj kushtëzoj kërcënoj kërkoj këshilloj largoj legalizoj lehtësoj lejoj
  lexoj licencoj likuidoj liroj listoj lokalizoj luftoj maksimizoj mandatoj martoj mbaroj mbingarkoj mbizotëroj
  mbuloj menaxhoj mendoj minimizoj miratoj mjekoj mobilizoj modernizoj monitoroj motivoj mungoj mësoj ndaloj
  nderoj ndihmoj ndikoj ndriçoj ndryshoj ndërgjegjësoj ndërmjetësoj ndërtoj ndërveproj ndëshkoj negocioj ngarkoj
  ngushtoj njoftoj normoj numëroj numërtoj nënkuptoj nënvizoj ofroj operoj optimizoj organizoj orientoj pajtoj
  pakësoj paralajmëroj parandaloj parashikoj parashtroj parkoj pastroj pezulloj planifikoj plotësoj pozicionoj
  pranoj premtoj pretendoj prezantoj privatizoj prodhoj programoj projektoj prokuroj promovoj propozoj protestoj
  protokolloj publikoj punoj punësoj pushoj pyllëzoj përballoj përcaktoj përditësoj përfaqësoj përfitoj përfundoj përgëzoj
  përjashtoj përjetësoj përkujtoj përmirësoj përparoj përpiloj përpunoj përqendroj përshpejtoj qarkulloj qortoj
  qytetëroj qëndroj raportoj ratifikoj reagoj realizoj referoj reformoj refuzoj regjistroj rehabilitoj rekomandoj
  renovoj respektoj restauroj rezervoj riaktivizoj ricikloj rikonstruktoj rimëkëmboj riorganizoj riparoj
  riprodhoj rishikoj rishqyrtoj ristrukturoj rregulloj rrethoj rrezikoj rrënoj rrëzoj saktësoj sanksionoj
  sekretoj sekuestroj shfrytëzoj shfuqizoj shikoj shkarkoj shkatërroj shkolloj shkurtoj shkëmboj shoqëroj
  shpenzoj shpjegoj shpronësoj shpëtoj shqyrtoj shtoj shtroj shtrëngoj shënoj shëroj siguroj sinjalizoj sistemoj
  skanoj skualifikoj specifikoj sponsorizoj sqaroj standardizoj stimuloj strehoj strukturoj studioj subvencionoj
  sugjeroj sulmoj supervizoj synoj takoj taksoj tarifoj tatoj testoj theksoj themeloj tjetërsoj trajnoj trajtoj
  transferoj transformoj transkriptoj transmetoj transportoj trashëgoj tregoj udhëtoj udhëzoj unifikoj urbanizoj
  urdhëroj uroj ushtroj vaksinoj varroj vazhdoj veproj verifikoj vizitoj vlerësoj vonoj votoj vërtetoj
  vështirësoj vëzhgoj zbatoj zbukuroj zbuloj zgjeroj zhdëmtoj zhvilloj zonoj zotëroj zvogëloj zëvendësoj
  çertifikoj çliroj çmoj
`;

/** Verbs in -oj whose action has a name of its own, or none (`kontroll`, `ofertë`). */
export const verbsWithoutTheirNoun = `
  kontrolloj shpresoj rezultoj mjaftoj ekzistoj
`;

/**
 * Verbs bent in a way of their own: forms | participle | noun of the action. `stem*` stands for a stem with the common
 * endings of verbs in a consonant; a participle brings its forms as an adjective; the noun brings its cases. The stem of
 * the family is that of its noun, or of its participle where it has none.
 */
export const irregularVerbs = `
  hap* | hapur | hapje
  mbyll* | mbyllur | mbyllje
  shpall* | shpallur | shpallje
  mbledh* mblidh* mblodh* | mbledhur | mbledhje
  përmbledh* përmblidh* përmblodh* | përmbledhur | përmbledhje
  zgjedh* zgjidhet zgjidhen zgjidhni zgjidhem zgjidhemi zgjidhej zgjidheshin zgjodh* | zgjedhur | zgjedhje
  rizgjedh* rizgjidh* rizgjodh* | rizgjedhur | rizgjedhje
  përzgjedh* përzgjidh* përzgjodh* | përzgjedhur | përzgjedhje
  vendos* | vendosur | vendosje
  zhvendos* | zhvendosur | zhvendosje
  përdor* | përdorur | përdorim
  mbikëqyr* | mbikëqyrur | mbikëqyrje
  qeveris* qeverit* | qeverisur | qeverisje
  prish* | prishur | prishje
  djeg* digj* dogj* | djegur | djegie
  ndjek* ndiq* ndoq* | ndjekur | ndjekje
  heq* hiq* hoq* | hequr | heqje
  tërheq* tërhiq* tërhoq* | tërhequr | tërheqje
  përcjell* përcoll* përcill* | përcjellë | përcjellje
  sjell* soll* sill* | sjellë | sjellje
  mbjell* mboll* mbill* | mbjellë | mbjellje
  vjel* vol* vil* | vjelë | vjelje
  lidh* | lidhur | lidhje
  ndërlidh* | ndërlidhur | ndërlidhje
  bashkëlidh* | bashkëlidhur | bashkëlidhje
  nis* | nisur | nisje
  pres pret presin prit* | pritur | pritje
  rris rrit* | rritur | rritje
  nxis nxit* | nxitur | nxitje
  ndot* | ndotur | ndotje
  gjobis gjobit* | gjobitur | gjobitje
  ujis ujit* | ujitur | ujitje
  ul* | ulur | ulje
  shkel* | shkelur | shkelje
  mat* mas | matur | matje
  përmbyt* | përmbytur | përmbytje
  humb* humbas | humbur | humbje
  lind* | lindur | lindje
  përgatis përgatit* | përgatitur | përgatitje
  paraqes paraqet* paraqit* | paraqitur | paraqitje
  mbështes mbështet* | mbështetur | mbështetje
  pyes pyet pyeti pyeta pyesin pyesim pyetën | pyetur |
  shes shet shesin shit* | shitur | shitje
  përshtas përshtat* | përshtatur | përshtatje
  llogaris llogarit* | llogaritur | llogaritje
  godas godit* | goditur | goditje
  thërras thërret thirr* | thirrur | thirrje
  përfshij përfshin përfshijnë përfshiu përfshihet përfshihen përfshinte përfshinë përfshijë | përfshirë | përfshirje
  shtyj shtyn shtyjnë shtyu shtynë shtyhet shtyhen shtyjë | shtyrë | shtyrje
  hyj hyn hyjnë hyri hynë hyra hynte hyjë hyhet | hyrë | hyrje
  ndërhyj ndërhyn ndërhyjnë ndërhyri ndërhynë ndërhyhet ndërhynte | ndërhyrë | ndërhyrje
  dal del dalin doli dolën dola dalë dilet dilte | dalë | dalje
  vij vjen vijnë vimë erdhi erdhën erdha vijë vinte | ardhur | ardhje
  jap jep japin japim jepni dha dhanë dhashë dhamë jepet jepen jepej jepeshin japë jepte epet | dhënë | dhënie
  marr merr marrin marrim merrni mori morën mora morëm merret merren merrej merreshin marrë merrte | marrë | marrje
  bëj bën bëjnë bëjmë bëni bëri bënë bëra bëmë bëhet bëhen bëhej bëheshin bëjë bënte | bërë | bërje
  përbëj përbën përbëjnë përbëhet përbëhen | përbërë | përbërje
  them thotë thonë themi tha thanë thashë thuhet thuhen thuhej thosh thoshte thotë | thënë | thënie
  shoh sheh shohin shohim pa panë pashë shihet shihen shihni | parë |
  kam ka kanë kemi keni kishte kishin pati patën ketë kenë kisha kishim | pasur | pasje
  di din dinë dimë | ditur |
  lë la lanë lashë lihet lihen lënë | lënë | lënie
  vë vuri vunë vura vihet vihen vihej vënë vinë | vënë | vënie
  zë zuri zunë zura zihet zihen | zënë | zënie
  bie ra ranë bien binte | rënë | rënie
  ha hanë hëngri hëngrën | ngrënë | ngrënie
  ngre ngrenë ngrit* ngrihet ngrihen ngrihej ngrejnë ngrejë | ngritur | ngritje
  mbaj mban mbajnë mbajmë mbajt* mbahet mbahen mbahej mbaheshin mbajë mbante | mbajtur | mbajtje
  mirëmbaj mirëmban mirëmbajnë mirëmbajt* mirëmbahet mirëmbahen mirëmbajë | mirëmbajtur | mirëmbajtje
  mbroj mbron mbrojnë mbrojt* mbrohet mbrohen mbrojë | mbrojtur | mbrojtje
  ruaj ruan ruajnë ruajt* ruhet ruhen ruajë | ruajtur | ruajtje
  shuaj shuan shuajnë shoi shuajtën shuhet shuhen shuajë | shuar | shuarje
  paguaj paguan paguajnë paguajmë pagoi paguan pagova paguam paguhet paguhen paguhej paguheshin paguajë paguante | paguar | pagim
  shkruaj shkruan shkruajnë shkroi shkrova shkruhet shkruhen shkruajë | shkruar | shkrim
  nënshkruaj nënshkruan nënshkruajnë nënshkroi nënshkrova nënshkruhet nënshkruhen nënshkruajë | nënshkruar | nënshkrim
  quaj quan quajnë quhet quhen quajti quajtën | quajtur |
  vuaj vuan vuajnë vuajti | vuajtur | vuajtje
  shlyej shlyen shlyejnë shleu shlyhet shlyhen shlyejë | shlyer | shlyerje
  lyej lyen lyejnë leu lyhet | lyer | lyerje
  thyej thyen thyejnë theu thyhet thyhen | thyer | thyerje
  kryej kryen kryejnë kreu kryhet kryhen kryhej kryejë kryente | kryer | kryerje
  kthej kthen kthejnë ktheu kthehet kthehen kthejë kthyen | kthyer | kthim
  rikthej rikthen rikthejnë riktheu rikthehet | rikthyer | rikthim
  përkthej përkthen përkthejnë përktheu përkthehet | përkthyer | përkthim
  blej blen blejnë bleu blenë blihet blihen blejë | blerë | blerje
  shpërblej shpërblen shpërblejnë shpërbleu shpërblehet shpërblehen | shpërblyer | shpërblim
  dëmshpërblej dëmshpërblen dëmshpërblehet dëmshpërblehen | dëmshpërblyer | dëmshpërblim
  shërbej shërben shërbejnë shërbeu shërbehet shërbente shërbejë | shërbyer | shërbim
  gjej gjen gjejnë gjet* gjendet gjenden gjejë gjeti | gjetur | gjetje
  ushqej ushqen ushqejnë ushqehet ushqehen | ushqyer | ushqim
  ndaj ndan ndajnë ndau ndanë ndahet ndahen ndajë | ndarë | ndarje
  shpërndaj shpërndan shpërndajnë shpërndau shpërndahet shpërndahen shpërndajë | shpërndarë | shpërndarje
  njoh njeh njohin njohu njohën njihet njihen njohë | njohur | njohje
  fshij fshin fshijnë fshiu fshihet fshihen | fshirë | fshirje
  shkrij shkrin shkrijnë shkriu shkrihet | shkrirë | shkrirje
  ndërpres ndërpret ndërpresin ndërprit* ndërpritet | ndërprerë | ndërprerje
  vdes vdesin vdiq* vdekur | vdekur | vdekje
  vras vret vrasin vrau vritet | vrarë | vrasje
  vjedh* vidh* vodh* | vjedhur | vjedhje
  shkoj shkon shkojnë shkoi shkuan shkova shkohet | shkuar | shkuarje
  jam është janë jemi jeni ishte ishin isha jetë jenë | qenë | qenie
  dua duan duam do deshi donte duhet duhen duhej | dashur |
  zgjidh* zgjodh* | zgjidhur | zgjidhje
  zgjas zgjat* | zgjatur | zgjatje
  rri rrinë ndenji rrihet | ndenjur |
  bashkëngjis bashkëngjit* | bashkëngjitur | bashkëngjitje
  ngjis ngjit* | ngjitur | ngjitje
  përmbush* | përmbushur | përmbushje
  shemb* | shembur | shembje
  lëviz* | lëvizur | lëvizje
  shkëput* | shkëputur | shkëputje
  përhap* | përhapur | përhapje
  shtyp* | shtypur | shtypje
  mposht* | mposhtur | mposhtje
  zbardh* | zbardhur | zbardhje
  përplas* | përplasur | përplasje
  zbres zbret zbresin zbrit* | zbritur | zbritje
  arrij arrin arrijnë arriti arritën arrihet arrihen arrijë | arritur | arritje
  dorëhiqem dorëhiqet dorëhiqen dorëhoq* | dorëhequr | dorëheqje
  përgjigjem përgjigjet përgjigjen përgjigjur | përgjigjur |
  flas flet flasin flasim fol* flitet flitej | folur | folje
  ngroh* | ngrohur | ngrohje
  përmbaj përmban përmbajnë përmbajt* përmbahet përmbahen përmbajë | përmbajtur | përmbajtje
  përshkruaj përshkruan përshkruajnë përshkroi përshkruhet përshkruhen | përshkruar | përshkrim
  pajis* | pajisur | pajisje
  vulos* | vulosur | vulosje
  firmos* | firmosur | firmosje
  përmend* | përmendur | përmendje
  mbikqyr* | mbikqyrur | mbikqyrje
  zbërthej zbërthen zbërthejnë zbërtheu zbërthehet | zbërthyer | zbërthim
  kapërcej kapërcen kapërceu kapërcehet | kapërcyer | kapërcim
  shpreh* | shprehur | shprehje
  ndodh* | ndodhur | ndodhje
`;
