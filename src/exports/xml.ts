const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in XML. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign);

/** An element whose content is XML already; attributes are text. */
export function element(name: string, content: string, attributes: Record<string, string> = {}): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return content === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${content}</${name}>`;
}

/** An element that holds text. */
export const textElement = (name: string, text: string, attributes?: Record<string, string>): string =>
  element(name, escapeXml(text), attributes);

/** A whole document around its root. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
