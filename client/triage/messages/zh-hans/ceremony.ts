
/** Keys and ceremony: what everybody needs, whichever step they take. The steps are in `ceremony-steps.ts`. */
export const ceremony = {
  entry: '密钥与仪式',
  title: '密钥与仪式',
  intro:
    '机构如何制作、保管和停用自己的密钥。请使用从不联网的计算机。您在这里打开的内容，离开该步骤时就会关闭；除了您保存的文件，没有任何东西离开本页。',
  leave: '返回解锁',
  back: '所有步骤',
  begin: '开始',
  beginNamed: '开始：{step}',
  when: '什么时候',
  who: '谁必须在场',
  todo: '怎么做',
  ifFails: '如果不成功',
  working: '正在处理。需要几秒钟，这是有意设计的。',
  idle: '本页有一段时间无人操作，因此该步骤已关闭。没有保存的内容已经消失：请重做这一步。',
  unsaved: {
    title: '还有内容没有保存',
    hint: '这里制作的一个文件还没有保存。没有它，就得从头重做这一步。',
    stay: '留下并保存',
    leave: '不保存就离开',
  },
  passphrase: {
    of: '此文件的密码短语',
    fresh: '新密码短语',
    freshHint: '至少 12 个字符：四个或更多随机词语。如果忘记，谁也无法替您找回。',
    again: '再输入一次',
    suggest: '替我生成一个',
    suggested: '继续之前，请把这些词语写在纸上，然后把纸与文件分开保管：',
    show: '显示我输入的内容',
    short: '请至少用 12 个字符。',
    differs: '两次输入的密码短语不同。',
  },
  file: {
    chosen: '已选择：{name}',
    save: '保存 {name}',
    saved: '已交给浏览器保存为 {name}。请确认它在下载文件夹中，再把它移到应放的位置。',
    waiting: '尚未保存',
  },
  number: {
    digits: '号码',
    digitsHint: '海报和卡片上写的就是它。',
    words: '同一个号码，用来念出声',
    wordsHint: '这些词语是公开的。一个人念，另一个人在自己的屏幕或纸上对照。',
  },
  slip: {
    count: '应有 {expected} 个词语，输入了 {given} 个。',
    places: '以下位置的词语不在任何词表中：{places}。请与纸上的对照。',
    together: '每个词语单独看都可能正确，但合在一起不对。请把所有词语与纸上的对照。',
    suspects: '每个词语单独看都可能正确，但合在一起不对。请先看这些位置：{places}。',
  },
  languages: {
    en: '英语',
    es: '西班牙语',
    fr: '法语',
    pt: '葡萄牙语',
    zh: '中文',
  },
} as const;

/** Why a step did not work, beside the failures that other work has too. */
export const ceremonyFailures = {
  'key-of-reviewer': '这是审阅者的密钥文件。请选择根密钥：机构的文件 charter.key。',
  'key-is-charter': '这是机构的根密钥。请选择审阅者的密钥文件。',
  'file-of-no-office': '这不是机构的文件。请选择该步骤所说的文件。',
  'file-without-number': '此文件没有写明任何密钥。请选择密钥文件、公开文件（.pub.json）或机构的 directory.json。',
  'draft-missing': '缺少草稿。请同时选择机构文件夹中的 roster.json。',
  'file-twice': '选择了两份草稿，或两份已签名的名单。请各选一份。',
  'charter-of-another': '上次签名的名单属于另一个根密钥。请选择本机构的根密钥，或询问是谁更换了它。',
  'reviewers-few': '须共同打开一份举报的审阅者人数，多于草稿上的人数。请添加审阅者，或减少人数。',
  'no-epoch-key': '草稿上没有一位审阅者有这个月的密钥。请同时选择他们的公开文件，或让他们做新月份的步骤。',
  'epoch-key-conflict': '一位审阅者在同一个月有两个不同的密钥。请向对方要最新的公开文件。',
  'epoch-key-invalid': '一位审阅者的公开文件格式不正确。请让对方重新制作。',
  'roster-expired': '按此计算机的日期，审阅者名单已过期。请检查日期，然后再试。',
} as const;
