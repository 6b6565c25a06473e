(() => {
  const root = document.documentElement;
  root.dataset.scripted = '';
  try {
    const kept = JSON.parse(localStorage.getItem('handbook:reading') ?? '{}');
    for (const name of ['size', 'contrast', 'spacing', 'pointer']) if (kept[name]) root.dataset[name] = kept[name];
  } catch {
    // Refused, or something else: the page stands as it is.
  }
})();
