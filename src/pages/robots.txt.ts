import { handbook } from '../library.ts';
import { absoluteUrl } from '../routes/absolute-url.ts';

const { site } = handbook;
// The address of a sitemap must be absolute. Below a sub-path robots read the portal's own file, which should take this line over.
const sitemap = site.origin ? [`Sitemap: ${absoluteUrl(site, 'sitemap.xml')}`] : [];

export const GET = () => new Response(['User-agent: *', 'Allow: /', ...sitemap, ''].join('\n'));
