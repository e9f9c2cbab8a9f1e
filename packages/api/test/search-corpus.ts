/** Bodies in many scripts and of many kinds, by the names that expectations call them. */
export const corpus = {
  deploy: 'The deployment of the new release runs tonight',
  city: 'Three cities were visited',
  german: 'Die Häuser in der Straße sind größer geworden',
  russian: 'Все сообщения отправлены, ёлка стоит',
  arabic: 'قرأتُ الكتاب في المكتبة',
  chinese: '我们今天讨论搜索功能',
  japanese: '東京で会議をします。カタカナも',
  korean: '오늘 회의에서 한국어로 이야기했다',
  code: 'call `getUserName(ctx_id)` in packages/api/send-message.ts',
  cpp: 'C++ or C# is the question, costs 100%_sure',
  link: 'see https://git.example.com/org/repo/pull/4711?tab=files#diff',
  accents: 'Un café crème à la carte',
  typo: 'The accommodation was excellent',
  plain: 'lunch at noon',
} as const;
