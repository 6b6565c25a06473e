import {
  AlignmentType,
  Footer,
  Header,
  type ISectionPropertiesOptions,
  type IStylesOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';

/** A length in twentieths of a point, the unit of the format. */
export const twips = (millimetres: number) => Math.round(millimetres * 56.7);

/** The faces of official documents, and what stands in for them on a machine without them. */
const faces = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  仿宋: 'FangSong',
  楷体: 'KaiTi',
  宋体: 'SimSun',
} as const;

/** The part of a Word document that names those stand-ins; the library writes it for embedded fonts only. */
export const fontTable = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
    faces,
  )
    .map(
      ([name, other]) =>
        `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('')}</w:fonts>`,
};

/** `size` in half points. */
const face = (font: keyof typeof faces, size: number) => ({ font, size, color: '000000', bold: false, italics: false });
/** Lines of 29 points, 22 to the 225 mm of a page. */
const lines = { line: 580, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const indent = { firstLine: 640 };
const centred = { alignment: AlignmentType.CENTER };
/** Lines of a table, of one height whatever stands in for its face. */
const tableLines = { line: 310, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const formLines = { ...tableLines, line: 280 };
const small = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };

/** The paragraph styles of a handout by what they are for. The title, headings and footnotes are Word's own styles. */
export const styles = {
  heading: 'DocumentHeading',
  number: 'DocumentNumber',
  part: 'PartTitle',
  text: 'OfficialText',
  extract: 'ExtractText',
  plain: 'PlainLine',
  signature: 'Signature',
  source: 'SourceLine',
  label: 'AnnexLabel',
  cell: 'TableText',
  cellHead: 'TableHead',
  fillLine: 'FillLine',
} as const;

/** The look of a form's cells, whose columns are narrow. */
export const formLook = { cell: 'FormText', cellHead: 'FormHead', side: 57 } as const;

const own = (id: string, name: string, font: ReturnType<typeof face>, paragraph: object = {}, basedOn = 'Normal') => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  run: font,
  paragraph: { spacing: lines, ...paragraph },
});

/**
 * The language of digits and Latin letters is not Chinese: LibreOffice would break a line within a number as between Chinese characters.
 * @see GB/T 9704-2012 党政机关公文格式, 5.2 and 7.3
 */
export const documentStyles: IStylesOptions = {
  default: {
    document: {
      run: { ...face('仿宋_GB2312', 32), language: { value: 'en-US', eastAsia: 'zh-CN' } },
    },
    title: {
      run: face('方正小标宋简体', 44),
      paragraph: { ...centred, keepNext: true, spacing: { ...lines, line: 640, before: 240, after: 320 } },
    },
    heading1: { run: face('黑体', 32), paragraph: { indent, keepNext: true, spacing: lines, outlineLevel: 0 } },
    heading2: { run: face('楷体_GB2312', 32), paragraph: { indent, keepNext: true, spacing: lines, outlineLevel: 1 } },
    heading3: {
      run: { ...face('仿宋_GB2312', 32), bold: true },
      paragraph: { indent, keepNext: true, spacing: lines, outlineLevel: 2 },
    },
    footnoteText: { run: face('仿宋_GB2312', 18), paragraph: { spacing: small } },
  },
  paragraphStyles: [
    own(
      styles.heading,
      '发文机关标志',
      { ...face('方正小标宋简体', 56), color: 'C00000' },
      {
        ...centred,
        spacing: { ...small, before: 480, after: 480 },
      },
    ),
    own(styles.number, '发文字号', face('仿宋_GB2312', 32), { ...centred, spacing: { ...lines, after: 240 } }),
    own(
      styles.part,
      '附件标题',
      face('方正小标宋简体', 44),
      {
        ...centred,
        indent: { firstLine: 0 },
        keepNext: true,
        spacing: { ...lines, line: 640, before: 240, after: 320 },
      },
      'Heading1',
    ),
    own(styles.text, '公文正文', face('仿宋_GB2312', 32), { indent }),
    own(styles.extract, '摘录文字', face('仿宋_GB2312', 28), {
      indent: { firstLine: 560 },
      spacing: { ...lines, line: 500 },
    }),
    own(styles.plain, '主送机关', face('仿宋_GB2312', 32)),
    own(styles.signature, '落款', face('仿宋_GB2312', 32), {
      alignment: AlignmentType.RIGHT,
      indent: { right: 640 },
      keepLines: true,
    }),
    own(styles.source, '出处', face('楷体_GB2312', 24), { ...centred, spacing: { ...small, after: 120 } }),
    own(styles.label, '附件标识', face('黑体', 32)),
    own(styles.cell, '表格文字', face('仿宋_GB2312', 24), { spacing: tableLines }),
    own(styles.cellHead, '表头', face('黑体', 24), { ...centred, spacing: tableLines }),
    own(formLook.cell, '填报表文字', face('仿宋_GB2312', 21), { spacing: formLines }),
    own(formLook.cellHead, '填报表表头', face('黑体', 21), { ...centred, spacing: formLines }),
    own(styles.fillLine, '填报栏', face('仿宋_GB2312', 24), { spacing: { ...small, after: 120 } }),
  ],
};

const pageNumber = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']) =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: '宋体', size: 28 })],
      }),
    ],
  });

/** What all pages of a document have: A4 with its margins, numbers at the outer side, and above all what the file is, which is not official. */
export function pageFrame(statement: string, isAcross = false) {
  const header = new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: small,
        children: [new TextRun({ text: statement, ...face('宋体', 18), color: '595959' })],
      }),
    ],
  });
  const margin = isAcross
    ? { top: twips(22), bottom: twips(20), left: twips(16), right: twips(16) }
    : { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26) };
  const properties: ISectionPropertiesOptions = {
    page: {
      size: {
        width: twips(210),
        height: twips(297),
        ...(isAcross && { orientation: PageOrientation.LANDSCAPE }),
      },
      margin: { ...margin, header: twips(isAcross ? 12 : 22), footer: twips(isAcross ? 10 : 25) },
    },
  };
  return {
    properties,
    headers: { default: header, even: header },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}
