import { parse } from 'csv-parse/sync';
import { GiasError, type RegisterEntry, type RegisterKind } from '../establishments/index.js';

/** Columns of DfE's register of establishments (GIAS, edubasealldata) that are used. */
const columns = {
  urn: 'URN',
  la: 'LA (code)',
  name: 'EstablishmentName',
  type: 'TypeOfEstablishment (name)',
  status: 'EstablishmentStatus (name)',
  number: 'EstablishmentNumber',
  postcode: 'Postcode',
  low: 'StatutoryLowAge',
  high: 'StatutoryHighAge',
  ukprn: 'UKPRN',
} as const;

const used: ReadonlySet<string> = new Set(Object.values(columns));
const needed = ['urn', 'la', 'type'] as const;

/** Kinds by the type of establishment; a type that is not named is one of the other schools, and some are none at all. */
const kinds: Readonly<Record<string, RegisterKind>> = {
  'community school': 'mainstream_la_maintained',
  'voluntary aided school': 'mainstream_la_maintained',
  'voluntary controlled school': 'mainstream_la_maintained',
  'foundation school': 'mainstream_la_maintained',
  'local authority nursery school': 'mainstream_la_maintained',
  'academy converter': 'mainstream_academy',
  'academy sponsor led': 'mainstream_academy',
  'academy 16-19 converter': 'mainstream_academy',
  'academy 16 to 19 sponsor led': 'mainstream_academy',
  'city technology college': 'mainstream_academy',
  'free schools': 'mainstream_free_school',
  'free schools 16 to 19': 'mainstream_free_school',
  'university technical college': 'mainstream_free_school',
  'studio schools': 'mainstream_free_school',
  'other independent school': 'mainstream_independent',
  'community special school': 'special_la_maintained',
  'foundation special school': 'special_la_maintained',
  'academy special converter': 'special_academy_free',
  'academy special sponsor led': 'special_academy_free',
  'free schools special': 'special_academy_free',
  'other independent special school': 'special_independent',
  'non-maintained special school': 'special_non_maintained',
  'academy alternative provision converter': 'ap_pru_academy',
  'academy alternative provision sponsor led': 'ap_pru_academy',
  'free schools alternative provision': 'ap_pru_free_school',
  'pupil referral unit': 'ap_pru_la_maintained',
  'further education': 'general_fe_tertiary_colleges',
  'sixth form centres': 'general_fe_tertiary_colleges',
  'special post 16 institution': 'specialist_post_16_institutions',
  'online provider': 'online_provider',
  'welsh establishment': 'w_settings',
  // Written in a made-up register alone, so that it can be read back: GIAS has no provider without a URN.
  'training provider': 'ukrlp_provider',
};

const notPlaces = /children's centre|higher education|offshore|overseas/;
const widest = [0, 99] as const;

/** Reads a register from the text of a GIAS CSV file. Closed establishments are left out. @throws GiasError */
export function readGias(text: string): RegisterEntry[] {
  const rows = parsed(text);
  const head = Object.keys(rows[0] ?? {});
  if (rows.length === 0) throw new GiasError('has no establishment; an edubasealldata CSV file is needed');
  const lacking = needed.map((key) => columns[key]).filter((column) => !head.includes(column));
  if (lacking.length > 0)
    throw new GiasError(`has no column "${lacking.join('", "')}"; an edubasealldata CSV file is needed`);
  return rows.flatMap((row) => {
    const entry = entryOf(row);
    return entry ? [entry] : [];
  });
}

type Row = Readonly<Record<string, string>>;

function parsed(text: string): readonly Row[] {
  try {
    return parse(text, {
      // The file has some 140 columns; those that are not used are not kept.
      columns: (head: string[]) => head.map((name) => (used.has(name.trim()) ? name.trim() : undefined)),
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new GiasError(`is not CSV (${reason ?? ''}); an edubasealldata CSV file is needed`);
  }
}

function entryOf(row: Row): RegisterEntry | undefined {
  const cell = (key: keyof typeof columns): string => row[columns[key]] ?? '';
  if (/^(closed|proposed)/i.test(cell('status'))) return undefined;
  const type = cell('type').toLowerCase();
  if (type === '' || notPlaces.test(type)) return undefined;
  const kind = kinds[type] ?? 'other_schools';
  const [urn, ukprn] = [cell('urn'), cell('ukprn')];
  const hasUrn = /^[0-9]{5,6}$/.test(urn);
  if (kind === 'ukrlp_provider' ? !/^[0-9]{8}$/.test(ukprn) : !hasUrn) return undefined;
  const number = cell('number').padStart(4, '0');
  return {
    ...(hasUrn && { urn }),
    ...(/^[0-9]{8}$/.test(ukprn) && { ukprn }),
    kind,
    name: cell('name'),
    la: cell('la').padStart(3, '0'),
    ...(/^[1-9][0-9]{3}$/.test(number) && { number }),
    lowAge: ageIn(cell('low'), widest[0]),
    highAge: ageIn(cell('high'), widest[1]),
    postcode: cell('postcode'),
  };
}

function ageIn(text: string, otherwise: number): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : otherwise;
}

/** A register as a CSV file in the columns of GIAS, which `readGias` reads back. */
export function registerRows(entries: readonly RegisterEntry[]): string[][] {
  const typeOf = new Map([...Object.entries(kinds)].reverse().map(([type, kind]) => [kind, type]));
  const order = Object.keys(columns) as (keyof typeof columns)[];
  const rows = entries.map((entry) => {
    const cells: Readonly<Record<keyof typeof columns, string>> = {
      urn: entry.urn ?? '',
      la: entry.la,
      name: entry.name,
      type: capital(typeOf.get(entry.kind) ?? 'other school'),
      status: 'Open',
      number: entry.number ?? '',
      postcode: entry.postcode,
      low: String(entry.lowAge),
      high: String(entry.highAge),
      ukprn: entry.ukprn ?? '',
    };
    return order.map((key) => cells[key]);
  });
  return [order.map((key) => columns[key]), ...rows];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
