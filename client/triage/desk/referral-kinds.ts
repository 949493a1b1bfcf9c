import anyAscii from 'any-ascii';

/**
 * How words for each kind of official begin in the languages of the form, transliterated as {@link plainName} does; `$` ends a word. Chinese
 * stands as it is written, as its words have no beginning to find. Too many are better than too few: it only makes the desk warn.
 */
const STEMS: Readonly<Record<string, string>> = {
  police: `polic polit poliz polis pulis gendarm militsi commissariat comisar tsagdaa mapodis lshrt shrt 警察 公安 派出所`,
  'border-guard': `border frontier front grenz grens pogran granit granicer prykordon prikordon kordon khil sasazghvr sazghvar
    lhdwd hdwd hangganan molelwane 边防 边境 边检`,
  customs: `custom aduan douan alfandeg zoll toll vama tamozhn mitn sabazho gaal$ gaali ljmrk jmrk ljmark jmark makgetho adwana 海关`,
  immigration: `immigra inmigra imigra imigras migra auslander einreise utlending lhjr hjr tsagaachlal bofaladi 移民 出入境`,
  consular: `consul konsul embass embaj embah embas ambass ambas botschaft posol sakonsul saelcho elchin sfar lsfar qnsl lqnsl boemedi 使馆 领事`,
  'labour-inspector': `labour labor trabaj trabalh travail arbeit arbeid muncii truda prats shrom khodolmor paggawa badiri l?ml$ lml 劳动`,
  health: `health hospital clinic klinik salud saude sante$ hopital gesundheit krankenhaus helse sykehus sanat spital zdrav bolnits medits
    medich likarn saavadm samedits emneleg eruul shyh lshyh mstshf lmstshf pangkalusugan kalusugan ospital botsogo pholo bookelo 医 卫生`,
  'social-shelter': `shelter social sozial sosial sotsial refug albergue foyer abri abrigo unterkunft frauenhaus krisesenter mottak adapost
    ubezhish priyut pritul tavshesapar khamgaal niygm ljtm jtm mwa mlj lmlj panlipunan kanlungan boipelego botshabelo 社会服务 庇护 收容`,
  'local-government': `municip mayor council town$ village$ city$ alcald ayuntam mairie commune prefect camara prefeit administracao gemeinde
    stadt rathaus kommune primar meri$ meria gamgeob administrats selsk mis?ka rada$ zakhirgaa zasag lbldy bldy munisip barangay khansele 政府`,
  prosecutor: `prosecut fiscal procur promotor ministerio$ parquet staatsanwalt patalemyndighet prokur lnyb nyb piskal motshotshisi 检察`,
  judge: `judge court juez juza juiz juge tribunal cour$ richter gericht dommer domstol tingrett judec suddya sud$ sudya suda$ sudu$ shuug shuukh
    mosamart sasamart qd$ qdyh mhkm lmhkm hukom hukuman korte moatlhodi kgotlatshekelo 法官 法院`,
  'court-staff': `court juzgado tribunal cour$ gericht domstol tingrett judec sud$ suda$ sudu$ sasamart shuukh mhkm lmhkm korte kgotlatshekelo 法院`,
  prison: `prison jail correction carcel penitenc peniten presid prisao gefangnis justizvollzug fengsel kriminalomsorg inchis tyur kolon
    vyaznits tsikhe shoron lsjn sjn kulungan bilang kgolegelo 监狱`,
  military: `army armed navy milita ejercito armee exercito bundeswehr forsvar haeren armat armi voen zbroin viysk jari$ tsereg ljysh jysh
    hukbo sesole 军`,
  politician: `polit$ politi[ckq] parliament parlament congres senat ministe partid partei duma$ rada$ khural ulstorch sysy lsysy brlmn lbrlmn
    mopolotiki 政治 人大`,
  'transport-staff': `railway airline ferr transport bahn zheleznodorozh zaliznyts zalizn rkinigz tomor$ terena 铁路 航空 机场`,
  'recruiter-licensing': `licen lisens lizenz litsenz razreshen dozvol employment$ empleo$ emploi$ emprego$ arbeitsvermittl jobbformid teseletso 许可`,
  'international-staff': `united$ international internacional internasjonal mezhdunarod mizhnarod saertash olon$ dwly pandaigdig boditshaba
    un$ onu$ unhcr iom$ oim$ osce nato$ eu$ oon$ 国际 联合国`,
  'private-with-public-duty': `security seguridad securite seguranca sicherheit vekter okhran okhoron company$ empresa$ entreprise$ firma$ firm$
    kompani komp?ania shrk kompone kompanyang 公司 保安`,
};

/** Written together with the word in French and Arabic. */
const ARTICLE = '(?:al|l|d)?';

const PATTERNS = new Map(
  Object.entries(STEMS).map(([official, stems]) => {
    const all = stems.split(/\s+/);
    const han = all.filter((stem) => /\p{Script=Han}/u.test(stem));
    const plain = all.filter((stem) => !han.includes(stem)).map((stem) => stem.replace('$', '(?![a-z0-9])'));
    return [
      official,
      { plain: new RegExp(`(?<![a-z0-9])${ARTICLE}(?:${plain.join('|')})`), han: new RegExp(han.join('|')) },
    ] as const;
  }),
);

/** Whether an organisation's name says that it is of a kind: a code of `official`. */
export function isOfKind(organisation: string, official: string): boolean {
  const pattern = PATTERNS.get(official);
  return pattern !== undefined && (pattern.plain.test(plainName(organisation)) || pattern.han.test(organisation));
}

/** Transliterated and in small letters, so that one list serves every script. */
export function plainName(text: string): string {
  return anyAscii(text.normalize('NFC'))
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
