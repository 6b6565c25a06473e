/** What a checker says of a place. */
export interface Finding {
  rule: string;
  place: string;
}

/**
 * Findings that no explanation covers, and explanations that cover none, which are to be deleted.
 * @param explained why a finding is no fault of the page, by a pattern of its rule, or of its rule and place with a space between
 */
export function unexplained(findings: readonly Finding[], explained: Readonly<Record<string, string>>): string[] {
  const patterns = Object.keys(explained).map((source) => new RegExp(source, 'u'));
  const used = new Set<RegExp>();
  const left = findings
    .map(({ rule, place }) => `${rule} ${place}`)
    .filter((text) => {
      const matching = patterns.filter((pattern) => pattern.test(text));
      for (const pattern of matching) used.add(pattern);
      return matching.length === 0;
    });
  return [
    ...new Set(left),
    ...patterns.filter((pattern) => !used.has(pattern)).map(({ source }) => `explains nothing: ${source}`),
  ];
}
