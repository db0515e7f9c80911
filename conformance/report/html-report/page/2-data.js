// The results, as they stand in the page.

const data = JSON.parse(byId('data').textContent);
const rules = new Map(data.modules.flatMap((module) => module.rules.map((rule) => [addressable(rule.rule), rule])));
const cases = data.cases;
const caseById = new Map(cases.map((one) => [addressable(one.id), one]));

/** How a rule is shown: with its code in brackets where the crosswalk of the run has one. */
function labelled(rule, shown = rule) {
  const code = codeOfRule(rule);
  return code === undefined ? shown : `${shown} (${code})`;
}

function codeOfRule(rule) {
  return data.codes && Object.hasOwn(data.codes, rule) ? data.codes[rule] : undefined;
}

function toneOf(one) {
  if (one.failing) return 'bad';
  return one.verdict === 'match' ? 'good' : 'still';
}

const haystacks = new Map();

/** All that the search looks at, in small letters; made when it is first asked for. */
function haystackOf(one) {
  let text = haystacks.get(one);
  if (text === undefined) {
    const paths = one.expected.map((finding) => finding.path);
    const named = [one.rule, ...one.expected.map((finding) => finding.rule)];
    const codes = data.codes ? named.filter((rule) => rule !== null).map(codeOfRule) : [];
    text = [one.id, one.rule, one.summary, one.path, ...paths, ...codes].join('\n').toLowerCase();
    haystacks.set(one, text);
  }
  return text;
}

/** The cases that a filter lets through; every word of the search must be in them. */
function filtered({ search, verdict, kind, module, failing }) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter(
    (one) =>
      (!failing || one.failing) &&
      (verdict === '' || one.verdict === verdict) &&
      (kind === '' || one.kind === kind) &&
      (module === '' || one.module === module) &&
      words.every((word) => haystackOf(one).includes(word)),
  );
}

/** A word that a shell sees nothing in stays as it is; another goes between single quotes. */
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function replayCommand(id) {
  return data.replay[0] + quoted(id) + data.replay[1];
}
