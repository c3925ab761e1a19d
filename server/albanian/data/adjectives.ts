/**
 * Adjectives, by the way they bend. Where an adjective is a person too (`qytetar`, `zyrtar`) the noun's entry serves.
 * Sources: as for the nouns.
 */
export const adjectives = {
  /** vendor, vendore, vendorë, vendoret. */
  "in a consonant": `
    absolut administrativ akademik alfabetik ambulator arkeologjik arkitekturor arsimor artistik artizanal atletik
    audioviziv bankar bashkiak besnik biologjik blegtoral bujqësor buxhetor civil demografik demokratik digjital
    dimëror ditor doganor dyvjeçar edukativ efektiv efikas ekologjik ekonomik ekzekutiv elektoral elektrik
    elektronik emëror etnik europian evropian familjar farmaceutik fetar fillor final financiar fiskal fizik formal
    funksional gjashtëmujor gjeografik gjeologjik gjinor gjithëpërfshirës gjuhësor gjyqësor global
    hidrik higjienik historik honorar horizontal humanitar individual industrial inferior informal informativ
    institucional interaktiv inxhinierik javor juridik kadastral kalendarik kalimtar katërmujor kimik kohor
    kolektiv kombëtar komunal komunitar konfidencial konkret konsultativ krahinor kryesor kulturor kushtetues
    këshillimor legjislativ letrar ligjor logjik madhor maksimal mekanik mendor mesatar minimal ministror mjedisor
    mjekësor modern monetar mujor muzikor mësimor natyror ndihmësor ndërkombëtar ndërqeveritar negativ neutral
    njerëzor nominal normal normativ numerik nxënësor nënligjor olimpik operativ optik organik organizativ paraprak
    parashkollor parlamentar pasiv penal periodik personal policor politik postar pozitiv pranveror presidencial
    prioritar privat profesional pronësor proporcional publik pyjor përfundimtar përgatitor qendror qeveritar
    qytetas racional rajonal relativ rinor rrugor rural sanitar sekondar sektorial sensitiv sezonal
    sezonor shkollor shkresor shoqëror shpirtëror shqiptar shtetnor shtetëror shumemëror shëndetësor social solemn
    special specifik spitalor sportiv statistikor stinor strategjik strukturor studentor tarifor tatimor teatral
    teknologjik terciar territorial total tradicional transparent tremujor trevjeçar turistik ujor unik universal
    urban ushtarak vendimtar vendor veror vertikal vetjak vjeshtor vjetor vjeçar vullnetar zonal
  `,
  /** i hapur and all participles come with their verbs; these are used as adjectives alone. */
  "in -ur": `
    bukur kualifikuar moshuar paautorizuar pabanuar padeklaruar pajustifikuar pakushtëzuar palicencuar pandryshuar
    papaguar papërfunduar paregjistruar pavarur pazbatuar prapambetur
  `,
  /** i lartë, e lartë, të larta. */
  "in -ë": `
    afatgjatë barabartë bardhë butë drejtpërdrejtë drejtë dytë fortë fshehtë ftohtë gjallë gjatë gjerë hollë lartë
    lehtë lirë=lire mirë ngrohtë papunë parë=par pastër=pastr pestë plotë qartë saktë shpejtë shtrenjtë sigurt
    sëmurë thatë thellë thjeshtë trashë tretë verbër=verbr verdhë
  `,
  /** i përgjithshëm, e përgjithshme. */
  "in -ëm": `
    afatmesëm aksesueshëm ardhshëm arritshëm arsyeshëm besueshëm brendshëm detyrueshëm dobishëm
    domosdoshëm frytshëm hershëm jashtëligjshëm jashtëm jashtëzakonshëm jetueshëm kundërligjshëm kuptueshëm
    ligjshëm luajtshëm matshëm mbrëmshëm menjëhershëm mesëm mjaftueshëm mundshëm mëparshëm natyrshëm ndershëm
    ndryshëm nevojshëm paligjshëm paluajtshëm pandershëm papranueshëm papërgjegjshëm pavlefshëm
    pijshëm pjesshëm posaçëm poshtëm pranishëm pranueshëm pritshëm përballueshëm përditshëm përgjegjshëm
    përgjithshëm përhershëm përjavshëm përkohshëm përmuajshëm përshtatshëm përvitshëm qëndrueshëm riciklueshëm
    rinovueshëm rregullshëm rrezikshëm rëndësishëm shkëlqyeshëm shëndetshëm sipërm sotëm tanishëm
    tarifueshëm tatueshëm vetëm vlefshëm vonshëm zbatueshëm
  `,
  /** Those with forms that no rule makes: all of them are written. */
  irregular: `
    ri re rinj reja rinjtë rinjve rejat rejave rinjsh resë renë riun
    madh madhe mëdhenj mëdha madhi madhit madhin madhja madhes madhen mëdhenjtë mëdhenjve mëdhatë mëdhave
    vogël vogla vegjël vogli voglit vogëla voglat voglave vegjlit vegjëlve vogëlit
    afatshkurtër afatshkurtra afatshkurtrit afatshkurtrat afatshkurtrave
    keq keqe këqij këqija keqja këqijtë këqinj
    vjetër vjetra vjetri vjetrit vjetrat vjetrave vjetërve vjetrën
    shkurtër shkurtra shkurtrit shkurtrat shkurtrave
    zi zezë zinj zeza zezat zezës zezën
    gjelbër gjelbra gjelbrat gjelbrave gjelbrit gjelbrën
    përbashkët përbashkëta përbashkëtat përbashkëtave përbashkëtën
    ndërmjetëm ndërmjetme ndërmjetmit
    rëndë=rende rënda rëndat rëndave rëndët rëndëve rëndën rëndës
    varfër varfra varfri varfrit varfërit varfrat varfrave varfërve
    njëri=njera njëra njërit njërin njërës njërën
    njëjtë njëjta njëjti njëjtin njëjtit njëjtën njëjtës njëjtat njëjtët
    sërish
    tjetër tjera tjerë tjetri tjetrit tjetrin tjetrës tjetrën tjerët tjerëve tjerat tjerave
  `,
} as const;
