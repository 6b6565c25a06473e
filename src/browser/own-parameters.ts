/**
 * Takes from the address of the page what chats and portals add to it (`?from=singlemessage&isappinstalled=0`), so that it is not
 * shared on, bookmarked, or taken for the state of the page, whose parameters are named as its own fields are.
 */
const address = new URL(location.href);
for (const name of [...address.searchParams.keys()]) {
  const key = CSS.escape(name);
  if (!document.querySelector(`body [name="${key}"], [data-filter="${key}"]`)) address.searchParams.delete(name);
}
if (address.href !== location.href) history.replaceState(history.state, '', address);

export {};
