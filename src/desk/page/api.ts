/** Why the desk did not do what was asked, as a sentence. */
export class Refused extends Error {}

const stored = 'desk-token';

/** The token of this desk: from the address that the command opened, where it then no longer stands. */
function readToken(): string {
  const given = /^#([\w-]{32})$/u.exec(location.hash)?.[1];
  if (given) {
    sessionStorage.setItem(stored, given);
    history.replaceState(null, '', '/');
  }
  return sessionStorage.getItem(stored) ?? '';
}

const token = readToken();
export const hasToken = token !== '';

async function call<Answer>(method: string, path: string, body?: BodyInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body !== undefined && { body }),
    });
  } catch {
    throw new Refused(
      '编辑台关上了：请再打开一次，在新打开的那一页上改。这一页上没有保存的修改还看得到，要照着再填一遍。',
    );
  }
  if (response.status === 401) throw new Refused('这一页是以前打开的：请打开编辑台窗口里的网址。');
  if (response.status !== 200 && response.status !== 409) throw new Refused(`编辑台出错了（${response.status}）。`);
  const answer = await response.json();
  if (response.status === 409) throw new Refused(answer.text);
  return answer;
}

const query = (values: Record<string, string>) => new URLSearchParams(values).toString();

export const get = <Answer>(path: string, values: Record<string, string> = {}) =>
  call<Answer>('GET', `${path}?${query(values)}`);
export const post = <Answer>(path: string, data: object = {}) => call<Answer>('POST', path, JSON.stringify(data));
export const upload = <Answer>(path: string, values: Record<string, string>, file: Blob) =>
  call<Answer>('POST', `${path}?${query(values)}`, file);
