// The matrix: a cell a rule, by module.

/** What a cell says of its rule: tones with what was counted, and the same in words. */
function standing(rule) {
  if (rule.rule === 'valid') {
    const judged = rule.rightlyQuiet + rule.falseAlarms;
    const tone = rule.falseAlarms > 0 ? 'bad' : judged > 0 ? 'good' : 'still';
    return {
      tone,
      marks: [[tone, `${number(rule.rightlyQuiet)}/${number(judged)} quiet`]],
      words: `${number(rule.rightlyQuiet)} of ${number(judged)} without a finding`,
    };
  }
  const aimed = rule.caught + rule.missed;
  const marks = [];
  if (rule.missed > 0) marks.push(['bad', `${rule.caught}/${aimed}`]);
  else if (rule.caught > 0) marks.push(['good', `${rule.caught}/${aimed}`]);
  if (rule.falseAlarms > 0) marks.push(['alarm', String(rule.falseAlarms)]);
  if (marks.length === 0) marks.push(['still', rule.cases > 0 ? 'not judged' : 'not put']);
  const words = [
    aimed > 0 ? `${rule.caught} of ${aimed} caught` : marks[0][1],
    rule.missed > 0 ? `${rule.missed} missed` : null,
    rule.falseAlarms > 0 ? plural(rule.falseAlarms, 'false alarm') : null,
    aimed > 0 && rule.notJudged > 0 ? `${rule.notJudged} not judged` : null,
  ];
  const tone = rule.missed > 0 ? 'bad' : rule.falseAlarms > 0 ? 'alarm' : marks[0][0];
  return { tone, marks, words: words.filter((word) => word !== null).join(', ') };
}

function cellOf(rule) {
  const { tone, marks, words } = standing(rule);
  return el(
    'a',
    {
      class: `cell ${tone}`,
      href: linkTo('rule', rule.rule),
      tabindex: -1,
      title: rule.statement,
      'aria-label': `${labelled(rule.rule)}: ${words}`,
    },
    el('span', { class: 'name' }, rule.rule === 'valid' ? 'valid' : labelled(rule.rule, rule.label)),
    el(
      'span',
      { class: 'marks' },
      marks.map(([mark, text]) => el('span', { class: `mark ${mark}` }, `${signs[mark]} ${text}`)),
    ),
  );
}

const cells = [];

function buildMatrix() {
  const root = byId('matrix');
  for (const { id, title, rules: own } of data.modules) {
    const made = own.map(cellOf);
    cells.push(...made);
    const bad = own.filter((rule) => rule.missed + rule.falseAlarms > 0).length;
    root.append(
      el(
        'section',
        { class: 'module', 'aria-label': title },
        el('h3', {}, `${title} `, el('small', {}, bad > 0 ? `${bad} of ${own.length} with something wrong` : '')),
        el(
          'ul',
          { class: id === 'VAL' ? 'cells wide' : 'cells', 'aria-describedby': 'matrix-hint' },
          made.map((cell) => el('li', {}, cell)),
        ),
      ),
    );
  }
  cells[0]?.setAttribute('tabindex', '0');
  root.addEventListener('focusin', ({ target }) => {
    if (!cells.includes(target)) return;
    for (const cell of cells) cell.setAttribute('tabindex', cell === target ? '0' : '-1');
  });
  root.addEventListener('keydown', (event) => {
    const at = cells.indexOf(event.target);
    const to = at < 0 ? undefined : cellFrom(at, event.key);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

/** Where a key leads from a cell. */
function cellFrom(at, key) {
  switch (key) {
    case 'ArrowRight':
      return cells[at + 1];
    case 'ArrowLeft':
      return cells[at - 1];
    case 'Home':
      return cells[0];
    case 'End':
      return cells[cells.length - 1];
    case 'ArrowDown':
      return nearestRow(at, 1);
    case 'ArrowUp':
      return nearestRow(at, -1);
    default:
      return undefined;
  }
}

/** The cell above or below: of the next row in that direction, the one that is nearest to the side. */
function nearestRow(at, direction) {
  const from = cells[at].getBoundingClientRect();
  let best;
  for (let next = at + direction; next >= 0 && next < cells.length; next += direction) {
    const box = cells[next].getBoundingClientRect();
    if (Math.abs(box.top - from.top) < 2) continue;
    if (best && Math.abs(box.top - best.top) >= 2) break;
    const away = Math.abs(box.left - from.left);
    if (!best || away < best.away) best = { cell: cells[next], away, top: box.top };
  }
  return best?.cell;
}
