/**
 * Adjectives, by the way they bend. Where an adjective is a person too (`qytetar`, `zyrtar`) the noun's entry serves.
 * Sources: as for the nouns.
 */
export const adjectives = {
  /** vendor, vendore, vendorë, vendoret. */
  "in a consonant": `
    administrativ akademik alfabetik ambulator arkeologjik arsimor artistik artizanal audioviziv bankar bashkiak besnik
    blegtoral buxhetor bujqësor demokratik digjital ditor doganor ekonomik ekzekutiv elektoral elektrik elektronik etnik europian evropian
    efektiv familjar farmaceutik fetar fillor final financiar fiskal fizik funksional gjinor gjithëpërfshirës gjuhësor gjyqësor
    higjienik hidrik historik humanitar individual industrial inferior informativ javor juridik kadastral kalendarik kalimtar kimik kolektiv kombëtar
    komunal komunitar konkret konsultativ krahinor kryesor kulturor kushtetues këshillimor kohor
    legjislativ letrar ligjor madhor maksimal mesatar minimal ministror mjedisor mjekësor modern monetar mujor muzikor
    natyror negativ ndërkombëtar ndërqeveritar nominal normal normativ numerik nënligjor
    operativ optik organik organizativ paraprak parashkollor parlamentar pasiv penal periodik personal policor politik postar pozitiv presidencial prioritar
    privat profesional pronësor publik pyjor përfundimtar
    qendror qeveritar racional rajonal rinor rrugor rural
    sanitar sekondar sensitiv sezonal shkollor shkresor shoqëror shqiptar shtetëror shtetnor social solemn special specifik spitalor sportiv
    statistikor strategjik strukturor stinor shëndetësor
    tarifor tatimor teatral teknologjik territorial total tradicional tremujor katërmujor gjashtëmujor trevjeçar turistik
    ujor unik urban ushtarak vendor vendimtar vetjak vullnetar vjetor vjeçar zonal civil honorar
  `,
  /** i hapur and all participles come with their verbs; these are used as adjectives alone. */
  "in -ur": `
    pavarur prapambetur kualifikuar paligjëruar paautorizuar pajustifikuar pazbatuar papaguar
  `,
  /** i lartë, e lartë, të larta. */
  "in -ë": `
    afatgjatë barabartë bardhë butë drejtë dytë fortë ftohtë gjallë gjatë gjerë hollë lartë lehtë lirë=lire mirë ngrohtë parë=par
    pastër=pastr pestë plotë qartë saktë shpejtë shtrenjtë sigurt thatë thellë trashë tretë verdhë verbër=verbr
  `,
  /** i përgjithshëm, e përgjithshme. */
  "in -ëm": `
    përgjithshëm përhershëm përkohshëm jashtëzakonshëm paluajtshëm luajtshëm posaçëm rregullshëm ligjshëm kundërligjshëm jashtëligjshëm paligjshëm
    mundshëm nevojshëm domosdoshëm detyrueshëm qëndrueshëm rëndësishëm dobishëm vlefshëm pavlefshëm pijshëm mjaftueshëm zbatueshëm besueshëm
    barazishëm tanishëm ardhshëm sotëm mesëm afatmesëm natyrshëm shkëlqyeshëm shëndetshëm shpërthyeshëm ndryshëm kuptueshëm arritshëm matshëm pritshëm
    menjëhershëm hershëm vonshëm brendshëm jashtëm sipërm poshtëm mëparshëm pjesshëm vetëm mbrëmshëm pakushtëzueshëm
    përafërm përvitshëm përditshëm përjavshëm përmuajshëm frytshëm ndershëm pandershëm rrezikshëm
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
    tjetër tjera tjerë tjetri tjetrit tjetrin tjetrës tjetrën tjerët tjerëve tjerat tjerave
  `,
} as const;
