/**
 * Nouns of council life, by the way they bend (`../paradigms.ts` makes their forms). A word stands here when its ending
 * could be mistaken for an ending of case (`buxhet`, `shoqatë`), when it is near another word (`bashki`, `bashkë`), or
 * simply because councils use it every day: a listed word has the forms of its paradigm and no others, which is what
 * keeps neighbours apart. `lemma/plural,plural` gives plurals that no class foresees; `lemma=key` gives a word a stem of
 * its own where two words would meet (`arë` field, `ar` gold).
 *
 * Sources: classes after the affix tables of the Albanian Hunspell dictionary (K–T) and the school grammar; words by
 * hand from acts, agendas and notices of councils. No list of others was copied.
 */
export const nouns = {
  /** Masculine, plural in -e: vendim, vendimi, vendime, vendimeve. */
  "masculine -e": `
    adresat aeroport afat agjent/agjentë agregat aksident akt aktiv aktivitet akuarium album ambient amendament
    aneks ankand aparat apartament argument arkiv arsim artikull/artikuj,artikull artizanat asfalt
    ashensor/ashensorë aspekt audit autobus/autobusë,autobusa automjet autoritet azil ballkon banket bazament
    bazen/bazene bilanc biznes bord buletin bulevard bunker/bunkerë buxhet celular/celularë central ceremonial
    debat deficit dekanat dekor dekret departament detaj dialog/dialogë diell ditar doktorat dokument dokumentacion
    dyqan dëm/dëme,dëmet efekt ekip ekosistem elektorat element emision event fakt faktor fakultet fenomen
    festival/festivale,festivalë flamur/flamurë fletëvotim fond format formular forum fosil funksion garazh
    grafik/grafikë grant grumbull/grumbuj grup hendek/hendeqe hotel identitet imazh incident indeks
    indikator/indikatorë informacion inspektorat institucion institut instrument interes/interesa,interese internet
    interval invalid/invalidë inventar investicion jaht kabinet kalendar kamp kamping kampionat kanal kapacitet
    kapital kapitull/kapituj kat katalog/katalogë klub koalicion kod kolegj kolektor/kolektorë komb koment komision
    komitet kompleks kompromis komunitet koncept koncert koncesion/koncesione konflikt kongres konkurs konsensus
    konsorcium konsullat kontakt kontekst kontest kontingjent kontroll kontrollor/kontrollorë konvencion konvikt
    kopsht kordon korridor kostum kredit krim kriter kuadrat kuintal/kuintalë kujdes kuorum kurs kuvend këst
    laborator lajm lavazh legjislacion ligj limit lokacion lokal mal mandat material mentalitet mesazh minibus
    minoritet mision mjedis mjet model modul moment monitor/monitorë monopol monument mosbesim motel motiv
    motivacion motor/motorë motorr natalitet nen nivel objekt objektiv obligacion oborr operacion opinion opsion
    orar organ pallat panel paragraf/paragrafë parlament partneritet pazar pension personazh
    peticion/peticione,peticionë plan planet plazh pllakat pol/pole populacion port portal portofol portret
    potencial pozicion presion prioritet privilegj problem proces procesverbal produkt profil profit program
    projekt projektakt projektbuxhet projektvendim protokoll publikacion qytet qëllim rajon raport rast referendum
    reflektor/reflektorë regjim rekord rektorat relacion rend restorant revolucion rezervat rezervuar/rezervuarë
    rezolucion rezultat rikonstruksion rit/rite rol rregullator rrjet sallon sanksion segment sekret sekretariat
    sektor/sektorë seleksion seminar shesh shtet shtyp shëndet siguracion simpozium sinor sistem skandal skelet
    sondazh spital sport sportel stacion stadium standard status stok stres subjekt subvencion tavan tekst
    telefon/telefona,telefone tender/tendera,tenderë teren termin terren territor test titullar/titullarë toponim
    trafik/trafikë traktor transkript transport trotuar/trotuarë tubacion tunel turn/turne tërmet ultimatum
    universitet variant vend vendbanim vendgrumbullim vendim vendparkim vendpushim vendstrehim vendvotim version
    visar vizion volum vullnet zakon zgjatim çelës/çelësa
  `,
  /** Masculine, plural in -a: këshill, këshilla, këshillave. */
  "masculine -a": `
    bankomat/bankomate,bankomatë dren/drena furgon/furgonë,furgona gisht/gishta,gishtërinj hap hektar/hektarë
    kamion/kamionë,kamiona,kamione kilogram kontejner/kontejnerë,kontejnera kosh këshill lis/lisa pus/puse
    rregull/rregulla semafor/semaforë shkëmb/shkëmbinj,shkëmbenj ton/tonë tub/tuba
  `,
  /** Masculine in -k, -g, whose plural turns k into q and g into gj; or that take -u for another reason. */
  "masculine -qe, -gje": `
    armik/armiq bark/barqe bllok/blloqe,blloqe breg/brigje,bregje bujk/bujq burg/burgje disk/disqe dyshek/dyshekë
    fik/fiq katolik/katolikë laik/laikë lak/laqe,leqe log/logje lug/lugje mik/miq mjek/mjekë muzg/muzgje park/parqe
    pellg/pellgje peshk/peshq plak/pleq plug/plugje prag/pragje qark/qarqe rrezik/rreziqe shkak/shkaqe shok/shokë
    shteg/shtigje teknik/teknikë tog/togje treg/tregje turk/turq ujk/ujq,ujqër varg/vargje zog/zogj çek/çeqe
  `,
  /** Masculine with a plural in -ra: fshat, fshatra, fshatrave. */
  "masculine -ra": `
    dhé=dhe/dhera djathë/djathëra drithë/drithëra fshat/fshatra gaz/gaze,gazra grurë/grurëra gur/gurë
    lëng/lëngje,lëngra mall/mallra mish/mishra mjaltë/mjaltëra pleh/plehra,plehëra shi/shira ujë/ujëra,ujra
    vaj/vajra
  `,
  /** Masculine, bent in a way of their own. */
  "masculine irregular": `
    ankth/ankthe ar ari/arinj asht/eshtra atë=ati/etër automobil/automobila,automobilë bar/bare,barna,barëra
    bari/barinj bast/baste bir/bij burrë/burra dash/desh dem=demi/dema derr/derra det/dete dhjetor dhëmb/dhëmbë
    djalë/djem dru/drunj,drurë,dru fashikull/fashikuj fill/fije ftua/ftonj fëmijë/fëmijë,fëmijëve,fëmijët
    gardh/gardhe,gjerdhe gjak/gjakra gju/gjunj gjumë gusht hall/halle hekur/hekura hell/heje
    hero/heronj,heroi,heroit,heroin janar jug ka/qe kalë/kuaj korrik krah/krahë krua/kroje,kroi,kroit,kroin,kronj
    kryq/kryqe kufi/kufij,kufiri,kufirit,kufirin kusht/kushte kushëri/kushërinj,kushëriri,kushëririn,kushëririt
    lek/lekë lloj/lloje lumë/lumenj lëmë/lëmenj maj mars marsh/marshe muaj/muaj
    mulli/mullinj,mulliri,mullirit,mullirin mur/mure muze/muze,muzeume,muzetë mëngjes/mëngjese nder/ndere nip/nipër,nipa
    njeri/njerëz,njerëzit not=noti nëntor popull/popuj portokall/portokaj,portokalle prift/priftërinj prill
    princ/princa,princër prind/prindër pushtet/pushtete pyetësor/pyetësorë pyll/pyje
    përrua/përrenj,përroi,përroit,përroin qen/qen qershor rreth/rrethe,rrathë rrip/ripa,rripa shkurt shpend/shpendë
    shtator shtrat/shtretër sy/sy tetor thes/thasë tip/tipa,tipe titull/tituj,titull truall/troje,truaj
    trung/trungje ulli/ullinj,ulliri,ullirit,ullirin veri vit/vite,vjet vjehërr/vjehërra
    vëlla/vëllezër,vëllezërit,vëllai,vëllait,vëllanë vëllim/vëllime yll/yje zjarr/zjarre zot/zota,zotër,zotërinj
    zër=ze/zëra,zë
    çast/çaste çift/çifte
  `,
  /** Persons: the masculine with plural in -ë and the feminine in -e are one entry, since their folded forms are one (këshilltarë, këshilltare). */
  persons: `
    administrator aksionar aktor ambasador anëtar arkitekt arsimtar artist auditor autor avokat banor bashkatdhetar
    bibliotekar blegtor debitor deputet diplomat doktor donator drejtor edukator egjiptian ekonom ekonomist ekspert
    emigrant fermer fotograf fshatar gazetar gjyqtar guvernator imigrant infermier inspektor investitor inxhinier
    jurist kampion kancelar kandidat klient komisioner konsull/konsuj,konsullë konsumator koordinator kopshtar
    kreator kreditor kritik kryebashkiak kryetar kujdestar kursant këngëtar këshilltar luftëtar migrant muzikant
    noter nënkryetar nënprefekt operator pacient partner pensionist peshkatar piktor pjesëtar poet polic prefekt
    president profesor prokuror pronar psikolog punëtor pylltar qytetar refugjat regjisor rektor revizor rom
    sekretar senator shkencëtar shkrimtar shofer specialist sportist strateg student taksist tiran trajner
    trashëgimtar tregtar turist veprimtar veteran veteriner vizitor zyrtar zëvendësdrejtor zëvendëskryetar
    zëvendësprefekt
  `,
  /** Persons and things in -ës and -ues, whose plural is the singular; the feminine in -e belongs to them. */
  agents: `
    anketues ankues banues bashkëfinancues blerës botues dhënës drejtues dëshmues fitues furnizues gjykatës hartues
    huadhënës kontrollues kujdesës kërkues këshillues lehtësues lexues ligjvënës lobues marrës matës mbajtës
    mbikqyrës mbikëqyrës mbledhës mbrojtës monitorues mësimdhënës mësues ndarës ndihmës ndjekës ndriçues ndërlidhës
    ndërmjetës ndërtues nxënës nënshkrues nëpunës pagues pjesëmarrës prodhues projektues propozues punonjës
    përcaktues përdorues përfaqësues përfitues përgjegjës përkthyes përpunues qiradhënës qiramarrës raportues
    rregullues shitës shoqërues shpërndarës shuarës shërbyes sipërmarrës taksapagues tatimpagues themelues trajnues
    trajtues tregues udhëzues ujësjellës vendimmarrës vizitues vlerësues votues vëzhgues zbatues zgjedhës
    zjarrfikës zjarrshuarës
  `,
  /** Feminine in -ë, plural in -a: taksë, taksa, taksave. */
  "feminine -a": `
    administratë adresë agjendë agjenturë aksizë alternativë ambulancë analizë ankesë anketë antenë arenë
    argjinaturë arkitekturë arkë arë=are asistencë automakinë axhendë banesë banjë banketë=banketa bankë barakë
    barkë=barke barrierë barrikadë barrë bazilikë bazë benzinë beretë bibliotekë biletë bisedë bluzë bojë bordurë
    brigadë bursë certifikatë cisternë copë darkë dasmë datë deklaratë dekoratë derë/dyer detyrë dhomë dhunë
    dhuratë digë diplomë direktivë disiplinë dispozitë distancë dorë/duar dramë drekë dritë dëftesë dëgjesë dëshirë
    ekspertizë ekspozitë emblemë emergjencë emërtesë epokë erë=era/erëra estetikë etapë fabrikë fasadë faturë fazë
    fermë festë fidanishtë figurë financë fletë flotë formulë formë frymë fushatë fushë fytyrë garë gazetë
    gjeneratë gjobë gjurmë gjykatë godinë gojë gramatikë gropë hapësirë hartë hedhurinë hekurudhë hidrovorë
    hipotekë humnerë ikonë infrastrukturë iniciativë instancë intervistë jetesë kabinë kafkë kafshë/kafshë kambanë
    kamerë karrierë kartelë kartë kazermë kishë klasë klauzolë klauzulë klinikë kodrinë kohë kokë kolonë kompetencë
    komunë konferencë konsulencë kontratë kooperativë kopertinë kornizë korrespondencë krizë kronikë kthesë kuletë
    kullotë kullë kulturë kumbullë kuotë kupë kurorë kurë kushtetutë kuvertë kuzhinë këmishë kënetë kërkesë lagunë
    lampë legjendë licencë ligjëratë linjë listë llambë logjistikë luftë luginë lugë=luge luspë lëndinë
    lëndë/lëndë,lëndët magazinë makinë margarinë masë matematikë maturë majë=maje mbeturinë medicinë mensë minierë mollë
    monedhë moshë mungesë mëhallë natyrë natë/net,netë ndalesë ndihmë ndërtesë nevojë ngjyrë nismë normë notë novelë
    nënë=nene oazë ofertë olimpiadë organizatë pagesë pagë paketë pakicë panoramë paradë parcelë parullë pasaportë
    pasojë pasqyrë patentë pengesë performancë perspektivë peshë pikturë pikë plagë platformë pllakë politikë pompë
    portë=porte postë=poste prefekturë preferencë premisë problematikë procedurë prokurë pronë protestë provincë provë
    pullë pushkë përmasë përvojë qelizë rampë referencë reformë republikë revistë rezervë rezidencë rezistencë
    rezolutë rrethinë rrjedhojë rrjedhë rrjetë rrobë rrogë rrotë rrugicë rrymë rutinë sallë seancë serë=sere sferë shenjë
    shkencë shkollë shkresë shkronjë shoqatë shpellë shtesë shtojcë shtresë shtyllë shumicë sindikatë sinjalistikë
    sirenë situatë skedë skemë skenë skulpturë sondë statistikë statujë stemë stinë strehë strukturë tabakë tabelë
    taksë tarifë tarracë telekomandë tematikë temperaturë temë tendë tezgë thikë tokë traditë trajtesë trajtë
    transfertë transparencë trevë trupë turbinë turmë unazë urbanistikë urdhëresë urgjencë urnë urë vajzë vakancë
    vaksinë valutë valvulë varrezë vaskë veturë vezë videotekë vijë vilë vitaminë vitrinë vizë vlerë votë vreshtë
    vulë zhurmë zonjë zonë zyrë çantë çertifikatë
  `,
  /** Feminine in -ë, plural in -ë: rrugë, rrugët, rrugëve. */
  "feminine -ë": `
    anë bimë botë/botë,botëra bukë/bukë degë ditë farë/fara fjalë gjellë/gjellë gjuhë gjysmë javë jetë
    kripë/kripëra këmbë këngë lojë/lojëra,lojra mijë orë palë pemë pistë/pista pjesë punë rrugë rrënjë shkallë udhë
    verë=vera/verëra
  `,
  /** Feminine in -e: mbledhje, mbledhja, mbledhjes; rregullore, rregullorja. */
  "feminine -e": `
    anije arsye dele/dele,dhen,dhenve dosje dritare familje faqe fletore fletëpalosje gjendje kopje kufje lagje
    leje lule lulishte marrëveshje martesë mbetje medalje mirënjohje ndeshje ndërmarrje ngjarje perime pije
    pikëpamje prirje pyetje përgjigje përkujdesje përqindje roje/roje,rojë rregullore rrethore rreze shoqe
    shëtitore sipërfaqe sëmundje udhëheqje vërejtje zarzavate çerdhe çështje
  `,
  /** Feminine in -i: bashki, bashkia, bashkisë, bashkive. */
  "feminine -i": `
    aftësi agjenci akademi aksesueshmëri amnisti anarki anëtarësi arkeologji autonomi bagëti bamirësi barazi bashki
    bashkësi besnikëri besueshmëri bibliografi biografi blegtori bujqësi bukuri burokraci ceremoni cilësi dashuri
    demografi demokraci dendësi dhi diplomaci dituri dobi drejtori drejtësi ekologji ekonomi energji epidemi farmaci
    fotografi fuqi furi fuçi fëmijëri galeri garanci gjatësi gjelbëri gjeometri gjerësi gjini gjueti hartografi
    hierarki histori industri inspektori kancelari kategori koloni kompani korrektësi korsi kredi kryesi kujdestari
    kuti kënaqësi largësi lartësi lavanderi lehtësi letërsi ligjshmëri ligësi liri llogari lumturi madhësi mani
    mbretëri melodi mendësi ministri mirësi mjeshtëri mundësi ndershmëri ndodhi njohuri njësi paaftësi padrejtësi
    pakënaqësi paligjshmëri pandemi pandershmëri papunësi papërgjegjshmëri paqartësi parahistori parfumeri
    parregullsi parti pasaktësi pasiguri pastërti pasuri pavarësi pavlefshmëri pedagogji peshkatari pleqëri pleqësi
    poezi polici prani pranueshmëri privatësi prodhimtari prokurori pronësi psikologji punëtori pylltari përfaqësi
    përgjegjësi përkatësi përparësi përputhshmëri përshtatshmëri qartësi qeveri qytetari qëndrueshmëri radiologji
    rini rregullsi rëndësi saktësi sasi sekretari seri shoqëri shpejtësi shtëpi shumëllojshmëri shëndetësi siguri
    sinergji sociologji stomatologji strategji taksi teknologji telefoni teori thellësi topografi tragjedi
    trashëgimi tregti urti ushtri varësi vazhdimësi vendosmëri veprimtari vetmi vjetërsi vlefshmëri vërtetësi
    vështirësi xhami zbatueshmëri
  `,
  /** Feminine in -ie: dhënie, dhënia, dhënies. */
  "feminine -ie": `
    llogaridhënie marrëdhënie mirëqenie nxënie
  `,
  /** Feminine in -je made from verbs that no verb in `verbs.ts` brings with it. */
  "feminine -je": `
    dhimbje ecje grindje huamarrje kundërvajtje mësymje ndalje ngjyrosje pjesëmarrje prerje përpjekje rrjedhje
    shëtitje vendimmarrje veshje vetëqeverisje
  `,
  /** Feminine in -ër, -ël, -ërr, -ëz, which lose their ë: letër, letra, letrës. */
  "feminine -ër": `
    femër kadastër kodër kokërr letër mostër motër palestër qendër skuadër thupër vatër vegël vepër zemër çadër
    ëndërr
  `,
  /** Masculine in -ër, -ël, which lose their ë: numër, numri, numra. */
  "masculine -ër": `
    ajër alpinizëm ansambël arbitër barometër centimetër cikël cilindër diametër dimër emër filtër kilometër
    kryeministër kuadër/kuadro,kuadra libër litër magjistër mekanizëm metër milimetër ministër mjeshtër numër
    optimizëm organizëm parametër perimetër realizëm regjistër ritëm rregjistër semestër spektakël
    teatër/teatro,teatra terrorizëm tigër trimestër turizëm urbanizëm urdhër vullnetarizëm zëvendësministër
  `,
  /** Nouns in a vowel that takes the ending after it: byro, byroja; kala, kalaja. */
  "in a vowel": `
    banjo bela bono byro depo dysheme euro fe foto gjë/gjëra hua kabllo kafe kafene kala kazino kilo logo menu metro pako pano para piano qera
    qira radio re=ret/re rrufe studio=studioja teqe video xhade
  `,
  /** Used in the plural. */
  "plural only": `
    ardhura=ardhur/ardhura dhëna=dhena/dhëna gërshërë inerte=inert/inerte shpenzime=shpenzim/shpenzime syze
  `,
  /** Women and neuter words of their own. */
  "feminine irregular": `
    grua/gra,gruaja,gruas,gruan,gruaje lopë/lopë,lopët thua/thonj vetull/vetulla
  `,
} as const;
