/** Why something did not work, and what to do, by the code of the failure. */
export const failures = {
  'letter-size': '大小不是一封信应有的大小。请重新取这个信包。',
  'letter-malformed': '这不是此处认识的版本的信件。请重新取这个信包，或使用更新的页面。',
  'wrong-epoch': '它密封给了与密钥不同的月份。请告知管理此软件的人。',
  'epoch-key-missing':
    '您的密钥文件中没有这个月的密钥：已被忘记，或从未生成。如果有较旧的密钥文件副本，请用它解锁。否则须由另一位审阅者打开。',
  'share-malformed': '其中的份额格式不正确。请保留信包，并告知管理此软件的人。',
  'takes-several': '须由几位审阅者把各自的份额交给其中一位，才能打开。',
  'commitment-mismatch': '它在密封之后被改动过。请保留信包，改天重新取一次。',
  'stream-damaged': '它在密封之后被改动或截断。请重新取这个信包。',
  'length-out-of-range': '已打开，但长度不可能是这样。请保留信包，并告知管理此软件的人。',
  'padding-not-zero': '已打开，但在不该有数据的地方有数据。请保留信包，并告知管理此软件的人。',
  'report-not-text': '已打开，但不是文字。要看其中的字节，请用命令行打开。',
  'report-not-json': '已打开，但不是举报。要看其中的字节，请用命令行打开。',
  'report-invalid': '已打开，但不是此处认识的表格所写的举报。请使用更新的页面，或使用命令行。',
  'report-too-deep': '已打开，但它是有意做来弄坏读取它的程序的。要看其中的字节，请用命令行打开。',

  'bundle-malformed': '信包已损坏。损坏之前的内容在这里。请重新取这个信包。',
  'bundle-truncated': '信包不完整，后面缺失。缺失之前的内容在这里。请重新复制或重新取。',
  'file-unreadable': '无法读取文件。U 盘还插着吗？请重新选择文件。',
  'file-unknown': '这不是密钥文件、案件簿或信包。请选择其他文件。',

  'key-file-malformed': '此密钥文件已损坏。请改用副本。',
  'key-file-unsupported': '本页不认识这种密钥文件。请使用更新的页面。',
  'key-file-locked': '密码短语不对，或者密钥文件被改动过。请再试一次；如果不行，请改用副本。',
  'key-of-charter': '这是机构的根密钥。它绝不应出现在举报旁边。请选择您自己的密钥文件。',

  'casebook-malformed': '此案件簿的开头已损坏。请改用副本。',
  'casebook-unsupported': '本页不认识这种案件簿。请使用更新的页面。',
  'casebook-locked':
    '用这个密码短语打不开案件簿。请输入案件簿的密码短语；如果输入的是对的，就是文件被改动过：请改用副本。',
  'casebook-damaged': '案件簿已损坏。损坏之前的内容在这里。',
  'casebook-line': '案件簿中有本页不认识的内容。请使用更新的页面。',
  'casebook-of-another': '此案件簿属于另一个密钥。请选择与您的密钥文件配套的案件簿。',
  'casebook-waiting': '您有一些改动密封保存在这里，还没有存入任何文件。请先解锁并保存，再打开另一本案件簿。',
  'casebook-unwritten': '磁盘上的文件不完整。磁盘还有空间吗？请换个位置再保存一次。',

  'statement-malformed': '送来的审阅者名单其实不是名单。请重新取。',
  'statement-kind': '送来的审阅者名单其实是另一种文件。请重新取。',
  'signature-invalid': '审阅者名单没有机构的签名。请不要使用，并用别的方式告知机构。',
  'roster-invalid': '审阅者名单有签名，但格式不正确。须由机构重新签名。',
  'roster-conflict': '同一版本有两份不同的审阅者名单。请两份都不要用，并用别的方式告知机构。',
  'charter-differs': '这里写的机构不是您案件簿中的那个：核对号码不同。请不要使用。请用别的方式告知机构。',
  'charter-refused':
    '本页已不再记住这个机构。请不要相信此信包：可能有人冒充您的机构。请用别的方式向机构询问它的核对号码。',

  'case-invalid': '此举报注明案件的方式在此处不认识，因此没有归入该案件。',
  'case-unproven': '此举报注明了一个案件，但写的人没有该案件的代码，因此没有归入。可能有人冒充那个人。',

  'evidence-size': '证据中有一块被截断。请重新取这个信包。',
  'evidence-damaged': '证据中有一块被改动过，或属于另一份举报。请重新取这个信包。',
  'evidence-missing': '文件没有随举报送到。请再次取信；如果仍然没有，就是服务器丢失了它。',
  'evidence-count': '送到的证据数量与举报所列的不符。请重新取这个信包。',
  'evidence-not-at-hand': '证据在其信包中。请再次打开该信包。',

  'report-unknown': '那份举报不在这里。请打开它所在的信包。',
  'duplicate-of-itself': '那份举报已经标为与这一份重复。请先撤销，或让这一份保持原样。',
  'link-to-itself': '这是同一份举报。请选择另一份。',
  'note-of-another': '只有备注的作者能修改它。请另写一条自己的备注。',
  recused: '您已回避此举报，因此它对您隐藏。',
  'journal-invalid': '这样无法记录：内容为空，或者太长。请修改后再试。',

  'setting-invalid': '这样无法保留：名称为空、太长，或已经存在。请修改后再试。',

  'out-of-memory': '计算机的内存不够。请关闭其他程序，或每次少打开几个信包。',
  'already-unlocked': '本页已经解锁。',
  locked: '本页已锁定。请先解锁。',
  'line-closed': '进行到一半时，本页被锁定了。',
  cancelled: '您已停止。',
  unforeseen: '发生了没有料到的错误。请再试一次；如果仍然这样，请告知管理此软件的人。',
} as const;
