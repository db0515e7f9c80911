import type { CaseSheet } from './sheet.js';

/** A case sheet as rows for a bulk load, the first the names of the columns: a fact a row, in the order it is entered. */
export function sheetRows({ persons }: CaseSheet): readonly (readonly string[])[] {
  return [
    ['person', 'story', 'step', 'record', 'item', 'label', 'value', 'meaning'],
    ...persons.flatMap(({ person, name, steps }) =>
      steps.flatMap(({ title, record, facts }) =>
        facts.map(({ item, label, value, meaning }) => [
          String(person),
          name,
          title,
          record,
          item,
          label,
          value,
          meaning ?? '',
        ]),
      ),
    ),
  ];
}
