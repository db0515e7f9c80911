import { excelFormat } from '../../../formats/excel/excel-format.js';
import { remarkLog } from '../../../formats/index.js';
import { header, people, removeFiles, rowsOf, saved, written } from './workbook.js';

afterEach(removeFiles);

const cell = (name: string): object => ({ kind: 'cell', sheet: 'Data Entry Template', cell: name });

describe('locate', () => {
  it('finds records and items', async () => {
    const { path } = await written({ Header: header, Persons: { Person: [...people] } }, 2026);
    const expected: Record<string, object> = {
      '/Message/Header': cell('A3'),
      '/Message/Header/CollectionDetails/Year': cell('C3'),
      '/Message/Header/Source': cell('A3'),
      '/Message/Header/Source/LEA': cell('F3'),
      '/Message/Header/Source/Release': cell('A3'),
      '/Message/Persons': cell('A6'),
      '/Message/Persons/Person[2]': cell('A9'),
      '/Message/Persons/Person[1]/UPN': cell('J8'),
      '/Message/Persons/Person[2]/UPN': cell('A9'),
      '/Message/Persons/Person[1]/Requests[2]/ReceivedDate': cell('E15'),
      '/Message/Persons/Person[2]/Requests[1]': cell('A16'),
      '/Message/Persons/Person[1]/Requests[1]/Assessment/NamedPlan/PlanDetail[1]/URN': cell('E31'),
      '/Message/Persons/Person[1]/Requests[1]/ActivePlans/PlacementDetail[2]/UKPRN': cell('F42'),
      '/Message/Persons/Person[1]/Requests[1]/ActivePlans/SENneed[1]/SENtype': cell('E47'),
      '/Message/Persons/Person[1]/Requests[1]/ActivePlans/ReviewMeeting': cell('A36'),
      '/Message/Persons/Person[1]/Requests[2]/Assessment': cell('A15'),
    };
    const unknown = [
      '/',
      '/Message',
      '/Message/Persons/Person[3]',
      '/Message/Persons/Person[1]/Requests[9]/RYA',
      '/Other',
      'x',
    ];
    const remarks = remarkLog();
    const places = await excelFormat.locate(path, [...Object.keys(expected), ...unknown], { remarks });
    expect(Object.fromEntries(places)).toEqual(expected);
    expect(remarks.all()).toEqual([]);
  });

  it('finds them where others have moved them', async () => {
    const rows = rowsOf().flatMap((row) => [[], row.length > 1 ? [...row].reverse() : row]);
    const places = await excelFormat.locate(await saved(rows), ['/Message/Persons/Person[2]/Surname'], {
      remarks: remarkLog(),
    });
    expect([...places.values()]).toEqual([cell('I18')]);
  });
});
