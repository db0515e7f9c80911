import { findElements } from '../../../../conformance/report/html-report/find-elements.js';

/** What stands at each place that is found, by path. */
function found(text: string, ...paths: string[]): Record<string, string> {
  const places = findElements(text, paths);
  return Object.fromEntries([...places].map(([path, { start, end }]) => [path, text.slice(start, end)]));
}

const text = `<?xml version="1.0"?><!-- <Message> -->
<Message><Persons><Person><UPN>1</UPN></Person><Person a="b"><UPN/><UPN>2</UPN><![CDATA[<UPN>]]></Person></Persons></Message>`;

describe('findElements', () => {
  it('finds an element by its path, and those around it', () => {
    expect(found(text, '/Message/Persons/Person[2]/UPN[2]')).toEqual({
      '/Message[1]': '<Message>',
      '/Message[1]/Persons[1]': '<Persons>',
      '/Message[1]/Persons[1]/Person[2]': '<Person a="b">',
      '/Message[1]/Persons[1]/Person[2]/UPN[2]': '<UPN>2</UPN>',
    });
    expect(found(text, '/Message/Persons/Person[2]/UPN')['/Message[1]/Persons[1]/Person[2]/UPN[1]']).toBe('<UPN/>');
  });

  it('finds what is around an element that is absent', () => {
    expect(Object.keys(found(text, '/Message/Persons/Person[1]/Sex')).at(-1)).toBe('/Message[1]/Persons[1]/Person[1]');
  });

  it('finds an element with a prefix, and either spelling of SENSetting', () => {
    expect(found('<a:Message><a:SENsetting/></a:Message>', '/Message/SENSetting')).toHaveProperty([
      '/Message[1]/SENSetting[1]',
    ]);
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'plain < text > and <'],
    ['a file cut off in a tag', '<Message><Persons><Per'],
    ['a file cut off in a comment', '<Message><!-- '],
    ['an end tag that fits nothing', '<Message></Other><Persons>'],
    ['a tag without end', '<Message<Persons><Person/></Persons>'],
  ])('does not fail on %s', (_, damaged) => {
    const places = findElements(damaged, ['/Message/Persons/Person[1]']);
    expect(places.has('/Message[1]')).toBe(damaged.includes('<Message'));
  });

  it('does not drown in elements each inside the last', () => {
    const deep = '<Message>'.repeat(300_000);
    expect(findElements(deep, ['/Message/Message']).size).toBe(2);
  });
});
