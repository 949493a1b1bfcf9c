/** Words that stand in the names of places and units everywhere, and do not tell one from another. In the languages of the form. */
const GENERIC = new Set(
  `border post crossing checkpoint point check police station office department unit city town village district region airport port the of at
  north south east west main central state national service guard customs
  frontera puesto paso control policía comisaría estación oficina ciudad aduana norte sur este oeste puerto aeropuerto
  frontière poste passage police commissariat gare bureau ville douane nord sud est ouest port aéroport
  fronteira posto passagem polícia esquadra estação cidade alfândega porto aeroporto
  grenze grenzübergang grenzposten polizei wache revier bahnhof stadt zoll hafen flughafen
  grense grenseovergang politi stasjon by toll havn flyplass
  frontieră vamă vama punct trecere poliție poliția secția oraș gară aeroport
  граница пост пункт пропуска переход кпп полиция полиции участок отдел отделение город село район область вокзал таможня аэропорт порт
  кордон пункт пропуску поліція поліції відділ відділок місто область вокзал митниця
  хил боомт цагдаа хот дүүрэг аймаг сум
  საზღვარი საბაჟო პოლიცია პოლიციის განყოფილება ქალაქი
  الحدود حدود معبر نقطة شرطة الشرطة مركز مدينة مطار ميناء جمارك
  pulisya istasyon hangganan paliparan daungan molelwane mapodisi`
    .split(/\s+/)
    .map((word) => word.normalize('NFC')),
);

/** The same in scripts that write words together. */
const GENERIC_UNSPACED = /边境|邊境|口岸|检查站|檢查站|派出所|公安局|警察局|海关|机场/gu;

/** What is left of the name of a place or unit. */
export function tellingWords(text: string): string {
  return text
    .replace(GENERIC_UNSPACED, ' ')
    .split(/[\s,;/()–—-]+/u)
    .filter((word) => !GENERIC.has(word.normalize('NFC').toLowerCase()))
    .join(' ');
}
