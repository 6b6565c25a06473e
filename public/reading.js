// Runs before the first paint, so that neither a reader's own settings nor a question shift what is shown; a file of its own, as the
// content policy asks.
(() => {
  const root = document.documentElement;
  root.dataset.scripted = '';
  if (location.search) root.dataset.asked = '';
  try {
    const kept = JSON.parse(localStorage.getItem('handbook:reading') ?? '{}');
    for (const name of ['size', 'contrast', 'spacing', 'pointer', 'shortcut'])
      if (kept[name]) root.dataset[name] = kept[name];
  } catch {
    // Storage is refused or holds something else: the page stands as it is.
  }
})();
