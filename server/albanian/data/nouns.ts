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
    adresat aeroport afat agjent/agjentë agregat aksident akt aktiv album ambient amendament aneks ankand aparat
    apartament argument arkiv arsim artikull/artikuj,artikull artizanat asfalt ashensor/ashensorë aspekt audit
    autobus/autobusë,autobusa automjet azil ballkon banket bazament bilanc biznes bord buletin bulevard
    bunker/bunkerë buxhet central ceremonial debat deficit dekanat dekor dekret departament detaj dialog/dialogë
    ditar doktorat dokument dokumentacion dyqan dëm/dëme,dëmet ekip elektorat element emision event fakt faktor
    fakultet fenomen festival/festivale,festivalë flamur/flamurë fletëvotim fond format formular forum funksion
    garazh grafik/grafikë grant grumbull/grumbuj grup hendek/hendeqe hotel identitet imazh incident indeks
    informacion inspektorat institucion institut instrument interes internet interval invalid/invalidë inventar
    kabinet kalendar kamp kamping kampionat kanal kapacitet kapital kapitull/kapituj kat katalog/katalogë klub
    koalicion kod kolegj kolektor/kolektorë komb koment komision kompleks komunitet koncept koncert konflikt
    kongres konkurs konsensus konsorcium konsullat kontakt kontekst kontest kontingjent kontroll
    kontrollor/kontrollorë konvikt kopsht korridor kredit krim kriter kryqëzim kuadrat kuorum kurs kuvend këst
    laborator legjislacion ligj limit lokacion lokal mal mandat material mesazh minibus minoritet mision mjedis
    mjet model modul moment monument mosbesim motel motiv motor/motorë motorr nen nivel objekt objektiv obligacion
    oborr operacion opinion opsion orar organ pallat panel paragraf/paragrafë parlament partneritet pazar pension
    personazh peticion/peticione,peticionë plan planet plazh pllakat port portal portofol portret prioritet problem
    proces procesverbal produkt profil profit program projekt projektakt projektbuxhet projektvendim protokoll
    publikacion qytet qëllim rajon raport referendum reflektor/reflektorë regjim rekord rektorat relacion rend
    restorant rezervat rezervuar/rezervuarë rezolucion rezultat rol rregullator rrjet sanksion segment sekret
    sekretariat sektor/sektorë seleksion seminar shesh shtet shtyp shëndet sinor sistem sondazh spital sport
    sportel stacion stadium standard status subjekt subvencion tavan tekst telefon/telefona,telefone
    tender/tendera,tenderë teren termin territor test titullar/titullarë toponim trafik/trafikë traktor transkript
    transport trotuar/trotuarë tubacion tunel universitet variant varrim vend vendbanim vendgrumbullim vendim
    vendparkim vendpushim vendstrehim vendvotim version visar volum vullnet zakon zgjatim çelës/çelësa
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
    vaj/vajra zë/zëra,zë
  `,
  /** Masculine, bent in a way of their own. */
  "masculine irregular": `
    ankth/ankthe ar ari/arinj asht/eshtra atë=ati/etër automobil/automobila,automobilë bar/bare,barna,barëra
    bari/barinj bast/baste bir/bij burrë/burra dash/desh dem=demi/dema derr/derra det/dete dhjetor dhëmb/dhëmbë
    djalë/djem dru/drunj,drurë fashikull/fashikuj fill/fije ftua/ftonj fëmijë/fëmijë,fëmijëve,fëmijët
    gardh/gardhe,gjerdhe gjak/gjakra gju/gjunj gjumë gusht hall/halle hekur/hekura hell/heje
    hero/heronj,heroi,heroit,heroin janar jug ka/qe kalë/kuaj korrik krah/krahë krua/kroje,kroi,kroit,kroin,kronj
    kryq/kryqe kufi/kufij,kufiri,kufirit,kufirin kusht/kushte kushëri/kushërinj,kushëriri,kushëririn,kushëririt
    lek/lekë lloj/lloje lumë/lumenj lëmë/lëmenj maj mars marsh/marshe muaj/muaj
    mulli/mullinj,mulliri,mullirit,mullirin mur/mure muze/muze,muzeume mëngjes/mëngjese nder/ndere nip/nipër,nipa
    njeri/njerëz,njerëzit not=noti nëntor popull/popuj portokall/portokaj,portokalle prift/priftërinj prill
    princ/princa,princër prind/prindër pushtet/pushtete pyetësor/pyetësorë pyll/pyje
    përrua/përrenj,përroi,përroit,përroin qen/qen qershor rreth/rrethe,rrathë rrip/ripa,rripa shkurt shpend/shpendë
    shtator shtrat/shtretër sy/sy tetor thes/thasë tip/tipa,tipe titull/tituj,titull truall/troje,truaj
    trung/trungje ulli/ullinj,ulliri,ullirit,ullirin veri vit/vite,vjet vjehërr/vjehërra
    vëlla/vëllezër,vëllezërit,vëllai,vëllait,vëllanë vëllim/vëllime yll/yje zjarr/zjarre zot/zota,zotër,zotërinj
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
    sekretar senator shkencëtar shkrimtar shofer specialist sportist strateg student taksist tiran trajner trashëgimtar
    tregtar turist veprimtar veteran veteriner zyrtar zëvendësdrejtor zëvendëskryetar zëvendësprefekt
  `,
  /** Persons and things in -ës and -ues, whose plural is the singular; the feminine in -e belongs to them. */
  agents: `
    anketues ankues banues blerës dhënës drejtues dëshmues fitues furnizues gjykatës hartues huadhënës kontrollues
    kujdesës kërkues këshillues lehtësues lexues ligjvënës marrës matës mbajtës mbikëqyrës mbledhës mbrojtës
    mësimdhënës mësues ndarës ndihmës ndjekës ndriçues ndërlidhës ndërtues nxënës nënshkrues nëpunës pagues
    pjesëmarrës prodhues projektues propozues punonjës përcaktues përdorues përfaqësues përfitues përgjegjës
    përkthyes përpunues qiradhënës qiramarrës raportues shitës shpërndarës shuarës shërbyes sipërmarrës taksapagues
    tatimpagues themelues trajtues udhëzues ujësjellës vendimmarrës vizitues votues vëzhgues zbatues zgjedhës
    zjarrfikës zjarrshuarës
  `,
  /** Feminine in -ë, plural in -a: taksë, taksa, taksave. */
  "feminine -a": `
    administratë adresë agjendë agjenturë aksizë alternativë ambulancë analizë ankesë anketë antenë arenë
    argjinaturë arkitekturë arkë arë=are asistencë automakinë axhendë banesë banjë banketë=banketa bankë barakë
    barkë=barke barrierë barrë bazilikë bazë benzinë beretë bibliotekë biletë bordurë bursë certifikatë cisternë
    copë darkë datë deklaratë dekoratë derë/dyer detyrë dhomë dhunë dhuratë digë diplomë direktivë disiplinë
    dispozitë distancë dorë/duar dramë drekë dritë dëgjesë ekspertizë ekspozitë emblemë emergjencë erë=era/erëra
    estetikë fabrikë fasadë faturë fazë fermë festë figurë financë fletë flotë formulë formë fushatë fushë fytyrë
    garë gazetë gjeneratë gjobë gjurmë gjykatë gojë gramatikë gropë hapësirë hartë hedhurinë hekurudhë hidrovorë
    hipotekë humnerë ikonë infrastrukturë iniciativë instancë jahtë kabinë kafshë/kafshë kamerë karrierë kartelë
    kartë kishë klasë klinikë kodrinë kohë kokë kolonë kompetencë komunë konferencë kontratë kooperativë kopertinë
    kornizë krizë kronikë kthesë kuletë kullotë kullë kulturë kumbullë kuotë kupë kurorë kurë kushtetutë kuvertë
    kuzhinë këmishë kënetë kërkesë lampë licencë ligjëratë linjë listë llambë logjistikë luftë luginë lugë=luge
    lëndinë lëndë/lëndë,lëndët magazinë makinë margarinë masë matematikë maturë mbeturinë medicinë mensë minierë
    mollë monedhë moshë mungesë mëhallë natyrë natë/net ndalesë ndihmë ndërtesë nevojë ngjyrë nismë normë notë
    novelë nënë=nene oazë ofertë olimpiadë pagesë pagë paketë pakicë paradë parcelë parullë pasojë pasqyrë
    perspektivë peshë pikturë pikë plagë platformë pllakë politikë pompë portë=porte postë prefekturë preferencë
    premisë problematikë procedurë prokurë pronë protestë provincë provë pullë pushkë përmasë përvojë rampë
    referencë reformë republikë revistë rezervë rezidencë rezolutë rrethinë rrjedhë rrjetë rrobë rrogë rrotë
    rrugicë rrymë rutinë sallë seancë sferë shenjë shkencë shkollë shkresë shkronjë shoqatë shpellë shtesë shtojcë
    shtresë shtyllë shumicë sindikatë sinjalistikë sirenë skedë skemë skenë skulpturë statistikë stemë stinë strehë
    strukturë tabakë tabelë taksë taracë tarifë temperaturë temë tendë tezgë thikë tokë trajtesë trajtë
    transparencë trevë trupë turbinë turmë unazë urbanistikë urdhëresë urgjencë urnë urë vajzë vakancë vaksinë
    valutë valvulë varrezë veturë videotekë vijë vilë vitrinë vizë vlerë votë vreshtë vulë zonjë zonë zyrë çantë
    çertifikatë
  `,
  /** Feminine in -ë, plural in -ë: rrugë, rrugët, rrugëve. */
  "feminine -ë": `
    anë bimë botë/botë,botëra bukë/bukë degë ditë farë/fara fjalë gjellë/gjellë gjuhë gjysmë gjë/gjëra javë jetë
    kripë/kripëra këmbë këngë lojë/lojëra,lojra mijë orë palë pemë pistë/pista pjesë punë rrugë rrënjë shkallë udhë
    verë=vera/verëra
  `,
  /** Feminine in -e: mbledhje, mbledhja, mbledhjes; rregullore, rregullorja. */
  "feminine -e": `
    anije arsye dele/dele,dhen,dhenve dosje dritare familje faqe fletore fletëpalosje gjendje kopje kufje lagje
    leje lule lulishte marrëveshje mbetje medalje mirënjohje ndeshje ndërmarrje ngjarje pajisje perime pije
    pikëpamje pyetje përgjigje përqindje roje/roje,rojë rregullore rrethore rreze shoqe shëtitore sipërfaqe statuje
    udhëheqje zarzavate çerdhe çështje
  `,
  /** Feminine in -i: bashki, bashkia, bashkisë, bashkive. */
  "feminine -i": `
    aftësi agjenci akademi amnisti anarki anëtarësi arkeologji autonomi bagëti barazi bashki besnikëri besueshmëri
    bibliografi biografi blegtori bujqësi bukuri ceremoni cilësi dashuri demografi demokraci dendësi diplomaci
    dituri dobi drejtori drejtësi ekologji ekonomi energji epidemi farmaci fotografi fuqi furi fëmijëri galeri
    garanci gjatësi gjelbëri gjeometri gjerësi gjini hartografi histori industri inspektori kancelari kategori
    koloni kompani korsi kredi kryesi kujdestari kuti kënaqësi largësi lartësi lavanderi lehtësi letërsi ligjshmëri
    ligësi liri llogari lumturi madhësi mani mbretëri ministri mirësi mjeshtëri mundësi ndershmëri ndodhi njohuri
    njësi paaftësi paligjshmëri pandemi pandershmëri papunësi paqartësi parahistori parfumeri parti pasaktësi
    pasuri pavarësi pavlefshmëri peshkatari pleqëri pleqësi poezi polici prani prokurori pronësi psikologji
    punëtori pylltari përfaqësi përgjegjësi qeveri qytetari qëndrueshmëri radiologji rini rregullsi rëndësi sasi
    sekretari shoqëri shpejtësi shtëpi siguri sinergji sociologji stomatologji strategji taksi teknologji telefoni
    teori thellësi topografi trashëgimi tregti ushtri varësi vazhdimësi veprimtari vetmi vjetërsi vlefshmëri
    vërtetësi vështirësi xhami zbatueshmëri
  `,
  /** Feminine in -ie: dhënie, dhënia, dhënies. */
  "feminine -ie": `
    marrëdhënie mirëqenie
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
    ajër ansambël arbitër barometër centimetër cikël cilindër diametër dimër emër filtër kilometër kryeministër
    kuadër/kuadro,kuadra libër litër magjistër mekanizëm metër milimetër ministër mjeshtër numër organizëm
    parametër regjistër semestër teatër/teatro,teatra tigër trimestër turizëm urbanizëm urdhër zëvendësministër
  `,
  /** Nouns in a vowel that takes the ending after it: byro, byroja; kala, kalaja. */
  "in a vowel": `
    banjo bela bono byro depo euro fe foto kabllo kafe kafene kala kazino kilo logo menu metro pako para piano qera
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
