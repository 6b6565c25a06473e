/** Leads on to the place of the page that was asked for, with the conditions in its address: what the redirect of the markup cannot carry. */
const link = document.querySelector<HTMLAnchorElement>('[data-moved]');
if (link) location.replace(link.href + location.search + location.hash);
