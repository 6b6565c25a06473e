/** Characters of a line in the column of a list's words on paper, and the lines of the longest row that stays on one sheet. */
const charactersOfLine = 18;
const wholeLines = 8;

/** Whether a row or paragraph is so long that it may go on on the next sheet, as it would else leave much of the one before it empty. */
export const mayBreak = (text: string): boolean => text.length > charactersOfLine * wholeLines;
