// The page of a case: what was changed, what is expected and what came.

function findingItem(finding) {
  const person = finding.person === undefined ? null : `person ${finding.person}`;
  const details = [finding.level, person, finding.code === undefined ? null : `code ${finding.code}`];
  return el(
    'li',
    {},
    el('b', {}, finding.rule === undefined ? 'no rule named' : labelled(finding.rule)),
    ' ',
    el('span', { class: 'quiet' }, details.filter((one) => one !== null && one !== undefined).join(', ')),
    finding.path === undefined ? null : el('code', { class: 'path' }, finding.path),
    finding.message === undefined ? null : el('span', { class: 'message' }, finding.message),
  );
}

function findingList(findings) {
  return findings.length === 0
    ? el('p', { class: 'quiet' }, 'Nothing.')
    : el('ul', { class: 'findings' }, findings.map(findingItem));
}

function expectedBox(one) {
  const sets = one.alternatives ?? [];
  const more = (one.alternativeCount ?? 0) - sets.length;
  return el(
    'section',
    { class: 'box' },
    el('h3', {}, `Expected: ${plural(one.expected.length, 'finding')}`),
    findingList(one.expected),
    sets.length === 0
      ? null
      : el(
          'details',
          { open: sets.length < 3 },
          el('summary', {}, `${plural(one.alternativeCount, 'other answer')} accepted as well`),
          sets.map((set, at) => [el('h4', {}, `Instead, ${at + 1}`), findingList(set)]),
          more > 0 ? el('p', { class: 'quiet' }, `and ${number(more)} more`) : null,
        ),
  );
}

function reportedBox(one) {
  const more = one.reportedCount - one.reported.length;
  const isThere = one.verdict !== 'could-not-run' && one.verdict !== 'unsupported';
  return el(
    'section',
    { class: 'box' },
    el('h3', {}, isThere ? `Came: ${plural(one.reportedCount, 'finding')}` : 'Came: no answer to judge'),
    isThere || one.reported.length > 0 ? findingList(one.reported) : null,
    more > 0 ? el('p', { class: 'quiet' }, `and ${number(more)} more, which are not on this page`) : null,
    one.setAside > 0
      ? el(
          'p',
          { class: 'quiet' },
          `${number(one.setAside)} of them came on the valid return it was made from too, so they do not count.`,
        )
      : null,
  );
}

/** A line of a case's file, its tags apart from its text. */
function codeOf(line) {
  return line
    .split(/(<[^<>]*>?)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('<') ? el('span', { class: 'tag' }, part) : part));
}

function excerptBox(one) {
  const { excerpt } = one;
  if (excerpt === undefined) return null;
  const title = el('h3', {}, one.kind === 'valid' ? 'In the file' : 'What was changed');
  if (excerpt.none !== undefined)
    return el('section', { class: 'box' }, title, el('p', { class: 'quiet' }, `No excerpt: ${excerpt.none}.`));
  const lines = excerpt.text.split('\n').map((line, at) => {
    const no = excerpt.first + at;
    const marked = no >= excerpt.from && no <= excerpt.to;
    return el(
      marked ? 'mark' : 'span',
      { class: 'line' },
      el('span', { class: 'no' }, `${marked ? '▶' : ' '} ${no}`),
      el('span', { class: 'xml' }, codeOf(line)),
    );
  });
  return el(
    'section',
    { class: 'box excerpt' },
    title,
    el(
      'figure',
      {},
      el('pre', { tabindex: 0, role: 'region', 'aria-label': 'Excerpt of the file' }, el('code', {}, lines)),
      el(
        'figcaption',
        {},
        `${one.file}, lines ${excerpt.first} to ${excerpt.first + lines.length - 1}. ${excerpt.what}`,
      ),
    ),
  );
}

function replayBox(one) {
  const command = el('code', { tabindex: 0 }, replayCommand(one.id));
  const copy = el(
    'button',
    {
      type: 'button',
      click: () => {
        getSelection()?.selectAllChildren(command);
        const done = () => {
          copy.textContent = 'Copied';
        };
        navigator.clipboard?.writeText(command.textContent).then(done, () => undefined);
      },
    },
    'Copy',
  );
  return el(
    'section',
    { class: 'box replay' },
    el('h3', {}, 'Put it again'),
    el('div', { class: 'command' }, command, copy),
  );
}

function caseView(address) {
  const one = caseById.get(address);
  if (!one) return nothingThere('case', address);
  const link = (kind, target, text = target) => el('a', { href: linkTo(kind, target) }, text);
  const { known, why } = one;
  return [
    backLink(),
    heading(one.id),
    el('p', { class: 'lead' }, badge(toneOf(one), one.verdict), ' ', one.summary ?? ''),
    why === null ? null : el('p', { class: 'why' }, why),
    el(
      'dl',
      { class: 'facts' },
      fact('Kind', one.kind),
      one.rule === null
        ? null
        : fact(
            'Rule',
            link('rule', one.rule, labelled(one.rule)),
            ` ${rules.get(addressable(one.rule))?.statement ?? ''}`,
          ),
      one.path === undefined ? null : fact('Changed at', el('code', {}, one.path)),
      one.parent === undefined
        ? null
        : fact('Made from', caseById.has(addressable(one.parent)) ? link('case', one.parent) : one.parent),
      one.file === undefined ? null : fact('File', `${one.file}, ${plural(one.persons, 'person')}`),
      fact(
        'Took',
        `${number(one.ms)} ms${one.attempts === undefined ? '' : `, put ${one.attempts} times since it is known to be flaky`}`,
      ),
      known === undefined ? null : fact('Known failure', `until ${known.until}, ${known.owner}: ${known.reason}`),
      one.note === undefined ? null : fact(one.status === undefined ? 'Note' : `Note (${one.status})`, one.note),
      one.falseAlarms === undefined
        ? null
        : fact('Falsely raised', one.falseAlarms.map((rule) => labelled(rule)).join(', ')),
    ),
    el('div', { class: 'columns' }, excerptBox(one), el('div', {}, expectedBox(one), reportedBox(one))),
    replayBox(one),
    neighbours(one),
  ];
}

/** Links to the cases before and after it, as the list has them now. */
function neighbours(one) {
  const list = filtered(readFilter());
  const at = list.indexOf(one);
  if (at < 0) return null;
  const link = (target, text) => (target ? el('a', { href: linkTo('case', target.id) }, text) : el('span'));
  return el(
    'nav',
    { class: 'neighbours', 'aria-label': 'Cases before and after' },
    link(list[at - 1], '← Previous case'),
    el('span', { class: 'quiet' }, `${number(at + 1)} of ${number(list.length)}`),
    link(list[at + 1], 'Next case →'),
  );
}
