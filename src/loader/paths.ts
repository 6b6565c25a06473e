/** Where the content of each kind lives, relative to the content folder. */
export const contentFiles = {
  site: 'site.yaml',
  /** The office's own mark. */
  logo: 'logo.svg',
  thesaurus: 'search/thesaurus.yaml',
  elsewhere: 'search/elsewhere.yaml',
  redirects: 'redirects.yaml',
  /** The addresses of the pages that were published, one a line. */
  published: 'published.txt',
  units: 'units/',
  topics: 'topics/',
  unit: (id: string) => `units/${id}.yaml`,
  topic: (id: string) => `topics/${id}.yaml`,
  planFolder: (id: string) => `plans/${id}/`,
  plan: (id: string) => `plans/${id}/plan.mdx`,
  measures: (id: string) => `plans/${id}/measures/`,
  measure: (id: string, number: number) => `plans/${id}/measures/${String(number).padStart(2, '0')}.mdx`,
  questionFolder: (id: string) => `plans/${id}/questions/`,
  questions: (id: string, number: number) => `plans/${id}/questions/${String(number).padStart(2, '0')}.yaml`,
  corrections: (id: string) => `plans/${id}/corrections.yaml`,
  source: (id: string) => `plans/${id}/source.txt`,
  /** The checksum of `source.txt`. */
  seal: (id: string) => `plans/${id}/source.sha256`,
  /** The document as received, where it is no `source.txt` that the check could hold the content against. */
  received: (id: string, ending: string) => `plans/${id}/received.${ending}`,
  importReport: (id: string) => `plans/${id}/import-report.md`,
};

/** A file's name without its folder and ending. */
export const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');

/** Whether a name can be the id of a unit, topic or plan. */
export const isId = (name: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name);

/** The plan in whose folder a file is; undefined if it is in none. */
export function planIdOf(path: string): string | undefined {
  const [folder, plan = '', ...rest] = path.split('/');
  return folder === 'plans' && rest.length > 0 && isId(plan) ? plan : undefined;
}

/** The number of the measure that a file of it or of its questions has in its name; undefined if the file is neither. */
export function measureNumber(path: string): number | undefined {
  const plan = planIdOf(path);
  const number = Number(/\/(\d{1,3})\.(?:mdx|yaml)$/u.exec(path)?.[1]);
  const files = plan && number > 0 ? [contentFiles.measure(plan, number), contentFiles.questions(plan, number)] : [];
  return files.includes(path) ? number : undefined;
}
