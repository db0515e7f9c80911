// The page of a rule: what it says, what came of it, its cases.

function fact(name, ...value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, ...value));
}

function backLink() {
  return el('p', { class: 'back' }, el('a', { href: '#' }, '← All rules and cases'));
}

function heading(text) {
  return el('h2', { tabindex: -1 }, text);
}

function nothingThere(what, id) {
  return [backLink(), heading(`There is no ${what} ${id} in these results`)];
}

const countNames = [
  ['caught', 'caught'],
  ['missed', 'missed'],
  ['falseAlarms', 'false alarms'],
  ['rightlyQuiet', 'rightly quiet'],
  ['notJudged', 'not judged'],
];

function ruleView(address) {
  const rule = rules.get(address);
  if (!rule) return nothingThere('rule', address);
  const id = rule.rule;
  const isValid = id === 'valid';
  const own = cases.filter((one) => (isValid ? one.rule === null && one.kind === 'valid' : one.rule === id));
  const alarms = cases.filter((one) => one.falseAlarms?.includes(id) && !own.includes(one));
  const { tone, words } = standing(rule);
  const counts = countNames.filter(([name]) => !isValid || !['caught', 'missed'].includes(name));
  const parts = [
    backLink(),
    heading(isValid ? 'Valid returns' : labelled(id)),
    el('p', { class: 'statement' }, rule.statement ?? 'No rule of the catalogue has this id.'),
    el('p', {}, badge(tone, words)),
    el(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Counts' },
      el(
        'table',
        {},
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            counts.map(([, title]) => el('th', { scope: 'col' }, title)),
          ),
        ),
        el(
          'tbody',
          {},
          el(
            'tr',
            {},
            counts.map(([name]) => el('td', {}, number(rule[name]))),
          ),
        ),
      ),
    ),
  ];
  if (rule.message) {
    parts.push(
      el(
        'dl',
        { class: 'facts' },
        fact('Level', levelOf(rule)),
        fact('Basis', rule.basis),
        fact('Message', rule.message),
      ),
    );
  }
  parts.push(el('h3', {}, `${plural(own.length, 'case')} of this rule`));
  parts.push(listPlace(own, 'Cases of this rule'));
  if (alarms.length > 0) {
    parts.push(el('h3', {}, `${plural(alarms.length, 'other case')} in which it was falsely raised`));
    parts.push(listPlace(alarms, 'Cases in which it was falsely raised'));
  }
  return parts;
}

/** The level, and that of the crosswalk where it is another. */
function levelOf({ level, crosswalkLevel }) {
  return crosswalkLevel === undefined || crosswalkLevel === level
    ? level
    : `${level}; ${crosswalkLevel} by the crosswalk`;
}

function listPlace(list, label) {
  const place = el('div');
  showList(place, list, label);
  return place;
}
