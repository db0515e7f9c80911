// Lists of cases: rows are made as they are asked for.

const rowsAtOnce = 200;

function rowOf(one) {
  const tone = toneOf(one);
  return el(
    'li',
    { class: `row ${tone}` },
    badge(tone, one.verdict),
    el('a', { class: 'id', href: linkTo('case', one.id) }, one.id),
    el('span', { class: 'kind' }, one.kind),
    el('span', { class: 'about' }, one.failing && one.why ? one.why : (one.summary ?? one.why ?? '')),
  );
}

/** Fills a place with the first rows of a list, and a button for more of them. */
function showList(place, list, label) {
  const rows = el('ol', { class: 'rows', 'aria-label': label });
  const more = el('button', { type: 'button', class: 'more' });
  let shown = 0;
  const add = () => {
    const first = shown;
    rows.append(...list.slice(shown, shown + rowsAtOnce).map(rowOf));
    shown = rows.childElementCount;
    const left = list.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${number(Math.min(rowsAtOnce, left))} more (${number(left)} are left)`;
    return rows.children[first];
  };
  more.addEventListener('click', () => {
    add()?.querySelector('a')?.focus();
  });
  add();
  place.replaceChildren(rows, more);
}

const filterNames = ['search', 'verdict', 'kind', 'module'];

function readFilter() {
  const filter = { failing: byId('failing').checked };
  for (const name of filterNames) filter[name] = byId(name).value;
  return filter;
}

function applyFilter() {
  const list = filtered(readFilter());
  showList(byId('list'), list, 'Cases');
  byId('count').textContent = `${number(list.length)} of ${plural(cases.length, 'case')}`;
}

function buildFilters() {
  const module = byId('module');
  for (const { id, title } of data.modules) module.append(el('option', { value: id }, `${id} ${title}`));
  const form = byId('filters');
  form.addEventListener('input', applyFilter);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields are cleared after this has been told.
  form.addEventListener('reset', () => setTimeout(applyFilter));
}
