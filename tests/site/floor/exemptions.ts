/** What a built file uses though some browser of the floor lacks it, and what its readers have instead. */
export interface Exemption {
  /** A path in MDN's compatibility data; what stands below it is exempt too. */
  feature: string;
  /** The files that may use it, by the beginning of their names. */
  in: RegExp;
  reason: string;
}

const sheets = /\.css$/u;

export const exemptions: readonly Exemption[] = [
  // Scripts: each is tested for before it is used.
  {
    feature: 'api.Highlight',
    in: /^landing-highlights\./u,
    reason: 'tested for; without it the page opens at the row that the result leads to, with no marks',
  },
  { feature: 'api.CSS.highlights_static', in: /^landing-highlights\./u, reason: 'there wherever Highlight is' },
  {
    feature: 'api.Navigator.share',
    in: /^(?:Page\.|page-tools\.ts$)/u,
    reason: 'its button is shown only where it is there',
  },
  {
    feature: 'api.AbstractRange',
    in: /^official-words\.ts$/u,
    reason: 'of a Range, which had them before it had this ancestor',
  },
  {
    feature: 'api.Clipboard.write',
    in: /^(?:Page\.|page-tools\.ts$)/u,
    reason: 'what it throws is caught; the text is then copied by writeText or the old way',
  },
  {
    feature: 'api.ClipboardItem',
    in: /^(?:Page\.|page-tools\.ts$)/u,
    reason: 'what it throws is caught; the text is then copied by writeText or the old way',
  },
  {
    feature: 'api.Navigator.doNotTrack',
    in: /^(?:question-log\.ts$|index\.astro)/u,
    reason: 'undefined without it: its readers cannot ask for it',
  },
  {
    feature: 'api.Navigator.globalPrivacyControl',
    in: /^index\.astro/u,
    reason: 'undefined without it: its readers cannot ask for it',
  },
  {
    feature: 'javascript.builtins.Error.captureStackTrace',
    in: /^(?:esm\.|worker-)/u,
    reason: 'tested for; an error has its own stack',
  },
  {
    feature: 'javascript.builtins.String.toWellFormed',
    in: /^state\.ts$/u,
    reason: 'tested for; half of a pair of code units in an address is searched for as it stands',
  },
  {
    feature: 'javascript.builtins.Intl.Segmenter',
    in: /^(?:worker-|spelling-correction\.ts$)/u,
    reason: 'tested for; without it more words are taken for slips, and what is found is the same',
  },

  // Sheets: what adds to a page that is whole without it.
  { feature: 'css.properties.text-wrap', in: sheets, reason: 'lines break where they are full' },
  {
    feature: 'css.properties.text-spacing-trim',
    in: sheets,
    reason: 'brackets at the start of a line keep their space',
  },
  {
    feature: 'css.properties.text-autospace',
    in: sheets,
    reason: 'set to add no space, which is what a browser without it does',
  },
  { feature: 'css.properties.accent-color', in: sheets, reason: 'boxes are ticked in the browser’s own colour' },
  { feature: 'css.properties.content-visibility', in: sheets, reason: 'what is out of sight is laid out too' },
  { feature: 'css.properties.contain-intrinsic-size', in: sheets, reason: 'belongs to content-visibility' },
  { feature: 'css.properties.break-after.avoid', in: sheets, reason: 'a heading may be the last line of a sheet' },
  { feature: 'css.properties.cursor.pointer', in: sheets, reason: 'a telephone has no pointer' },
  { feature: 'css.properties.resize', in: sheets, reason: 'of Tailwind, for fields of several lines; there are none' },
  { feature: 'css.selectors.selection', in: sheets, reason: 'what is selected has the browser’s own colours' },
  { feature: 'css.selectors.highlight', in: sheets, reason: 'its script is not run without it' },
  {
    feature: 'css.selectors.file-selector-button',
    in: sheets,
    reason: 'of Tailwind, for fields that take a file; there are none',
  },
  { feature: 'css.types.length.lh', in: sheets, reason: 'of Tailwind, for fields of dates; there are none' },
  {
    feature: 'css.properties.grid-template-rows.subgrid',
    in: sheets,
    reason: 'figures keep room for the words before them, by @supports not',
  },
  {
    feature: 'css.selectors.details-content',
    in: sheets,
    reason: 'on paper a script opens what is folded; on the screen @supports asks for it',
  },
  { feature: 'css.at-rules.property', in: sheets, reason: 'Tailwind sets the same initial values by @supports' },
  {
    feature: 'css.at-rules.media.prefers-contrast',
    in: sheets,
    reason: 'the reader chooses high contrast in the settings',
  },
  { feature: 'css.at-rules.media.forced-colors', in: sheets, reason: 'a browser without it has no such mode' },
  {
    feature: 'css.properties.forced-color-adjust',
    in: sheets,
    reason: 'the colours set with it are the system’s own, which forced colours keep',
  },
  ...[
    'css.properties.page',
    'css.properties.break-before.avoid',
    'css.properties.orphans',
    'css.properties.widows',
  ].map((feature) => ({
    feature,
    in: sheets,
    reason: 'without it a sheet has the browser’s own margins, or ends at another line',
  })),
  { feature: 'css.at-rules.page', in: sheets, reason: 'Safari on iOS takes paper and margins from its print dialogue' },
];
