/** How sites and apps are called wherever people write in Latin, Cyrillic, Georgian or Mongolian letters. */
export const SITE_NAMES = {
  Facebook: 'Facebook',
  Instagram: 'Instagram',
  WhatsApp: 'WhatsApp',
  Telegram: 'Telegram',
  FacebookMessenger: 'Messenger',
  Viber: 'Viber',
  SnapChat: 'Snapchat',
  Line: 'LINE',
  '4Sale': '4Sale',
  WeChat: 'WeChat',
  QQ: 'QQ',
  QZone: 'Qzone',
  TikTok: 'TikTok',
  Twitter: 'X (Twitter)',
} as const;
