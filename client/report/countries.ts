import { all } from './dom.ts';
import { displayNames, language, text } from './texts.ts';

/** ISO 3166-1 alpha-2, officially assigned codes, and XK, which is in common use for Kosovo. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
  'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT ' +
  'JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY ' +
  'QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO ' +
  'TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW';

/** Fills the lists of countries, in the browser's words for them: no page carries 250 names in each language. */
export function fillCountries(root: ParentNode): void {
  const empty = all<HTMLSelectElement>('select[data-countries]', root).filter(({ options }) => options.length === 0);
  if (empty.length === 0) return;
  const names = namedCountries();
  for (const select of empty) {
    select.append(new Option(text('chooseCountry'), ''), ...names.map(({ code, name }) => new Option(name, code)));
  }
}

function namedCountries(): { readonly code: string; readonly name: string }[] {
  const order = new Intl.Collator(language()).compare;
  const nameOf = displayNames('region');
  return CODES.split(' ')
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => order(a.name, b.name));
}
