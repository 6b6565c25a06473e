/** The commonest slips with a colon: the one of a Chinese input method, and no blank after it. Gives what is found and the mend. */
export function colonSlip(row: string): [found: string, mend: string] | undefined {
  if (/^(?:- )?[\w-]+：/u.test(row)) return ['字段后面是中文冒号', '把“：”改成英文半角的“:”，后面空一格'];
  if (/^(?:- )?[\w-]+:[^\s/]/u.test(row)) return ['冒号后面没有空格', '在冒号后面空一格'];
  return undefined;
}
