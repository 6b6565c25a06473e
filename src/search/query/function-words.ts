/** Words of a question that say nothing of its matter, longest first, so that 怎么办 does not leave a 办. */
const phrases = (
  '可不可以 什么时候 怎么办 怎么样 为什么 能不能 是不是 有没有 要不要 会不会 可以吗 怎么 怎样 如何 为何 什么 哪里 哪儿 哪个 哪些 哪家 是否 ' +
  '多少 多久 几天 几个 请问 想问 谁能 谁来 找谁 我想 我要 想要 我们 你们 我家 一下 可以 需要 应该 关于 有关 到底 麻烦 帮忙 帮我 老是 总是 ' +
  '一直 还是 或者 以及 因为 所以 去哪 在哪 咋办 咋样 咋'
).split(' ');

/** Single characters that are dropped where they stand as a word of their own. */
const particles = new Set(
  '的了吗呢吧啊呀么嘛着过得地我你他它您谁哪想要能会是有在去来给被把让和与及或也都还就很太请这那个些又再对从到没不',
);

const words = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

/** Cuts a row of units into words, as a dictionary of Chinese has them; character by character where there is none. */
export function segment(units: readonly string[]): string[][] {
  if (!words) return units.map((unit) => [unit]);
  const text = units.join('');
  const cuts = new Set([...words.segment(text)].map(({ index }) => index));
  const rows: string[][] = [];
  let offset = 0;
  for (const unit of units) {
    if (cuts.has(offset) || rows.length === 0) rows.push([]);
    rows.at(-1)?.push(unit);
    offset += unit.length;
  }
  return rows;
}

/** The stretches of a row of units that say something: without question words, particles and punctuation. */
export function matterOf(units: readonly string[], isMeaningful: (unit: string) => boolean): string[][] {
  const stretches: string[][] = [[]];
  const rest = [...units];
  const cut = () => {
    if ((stretches.at(-1)?.length ?? 0) > 0) stretches.push([]);
  };
  for (let at = 0; at < rest.length; ) {
    const phrase = phrases.find((one) => [...one].every((sign, index) => rest[at + index] === sign));
    if (phrase) {
      cut();
      at += phrase.length;
    } else {
      const unit = rest[at] ?? '';
      if (isMeaningful(unit)) stretches.at(-1)?.push(unit);
      else cut();
      at++;
    }
  }
  return stretches
    .flatMap((stretch) => {
      const kept: string[][] = [[]];
      for (const word of segment(stretch)) {
        if (word.length === 1 && particles.has(word[0] ?? '')) kept.push([]);
        else kept.at(-1)?.push(...word);
      }
      return kept;
    })
    .filter((stretch) => stretch.length > 0);
}
