// What is shown: by the hash of the address, so that a case can be linked to.

const title = document.title;
/** The hashes that led here. */
const trail = [];

function readRoute() {
  const [, kind = '', given = ''] = /^#(rule|case)=(.*)$/s.exec(location.hash) ?? [];
  try {
    return { kind, id: decodeURIComponent(given) };
  } catch {
    return { kind, id: given };
  }
}

/** Shows what the hash says, and puts the focus where a reader goes on. */
function show() {
  const { kind, id } = readRoute();
  const from = trail.at(-1);
  const to = kind === '' ? '' : location.hash;
  if (to === from) return;
  const isReturn = trail.length > 1 && trail.at(-2) === to;
  if (isReturn) trail.pop();
  else trail.push(to);

  byId('overview').hidden = kind !== '';
  byId('head').hidden = kind !== '';
  for (const view of ['rule', 'case']) {
    const place = byId(view);
    place.hidden = view !== kind;
    const parts = view !== kind ? [] : kind === 'rule' ? ruleView(id) : caseView(id);
    place.replaceChildren(...parts.filter((part) => part !== null));
  }
  document.title = kind === '' ? title : `${id} – ${title}`;
  if (from === undefined && kind === '') return;
  const shown = byId(kind === '' ? 'overview' : kind);
  const opener = isReturn ? [...shown.querySelectorAll('a')].find((a) => a.getAttribute('href') === from) : undefined;
  if (opener) opener.focus();
  else {
    window.scrollTo(0, 0);
    (kind === '' ? byId('main') : shown.querySelector('h2')).focus({ preventScroll: true });
  }
}

function goBack() {
  if (trail.length > 1) history.back();
  else location.hash = '';
}

function buildTheme() {
  const button = byId('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const tell = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Show in ${isDark() ? 'light' : 'dark'} colours`);
  };
  button.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    tell();
  });
  dark.addEventListener('change', tell);
  tell();
}

buildTheme();
// Followed as a link, it would change the address, and with that what is shown.
document.querySelector('.skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
buildMatrix();
buildFilters();
applyFilter();
show();
addEventListener('hashchange', show);
addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || readRoute().kind === '') return;
  event.preventDefault();
  goBack();
});
