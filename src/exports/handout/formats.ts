/** The formats in which a handout is given, and how each is announced. */
export const handoutFormats = {
  xlsx: { label: 'Excel 表格', mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  docx: { label: 'Word 文档', mediatype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  csv: { label: 'CSV', mediatype: 'text/csv' },
} as const;
export type HandoutFormat = keyof typeof handoutFormats;
