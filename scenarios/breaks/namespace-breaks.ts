import type { Break } from './break.js';
import { after, before, fileBreaksOf } from './file-text.js';

// Where the fault is that of a namespace further down, the rule still speaks of the message as a whole.
const notAMessage = fileBreaksOf('FILE-04', '/Message');

/** Gives the root another name. */
function root(name: string): (xml: string) => string {
  return (xml) => xml.replace('<Message>', `<${name}>`).replace('</Message>', `</${name}>`);
}

const otherRoots: readonly Break[] = [
  notAMessage('other-root', 'The root element is called Return.', root('Return')),
  notAMessage('root-in-small-letters', 'The root element is written in small letters.', root('message')),
  notAMessage('root-in-plural', 'The root element is called Messages.', root('Messages')),
  notAMessage('root-of-web-page', 'The file is a web page.', () => '<html><body><p>Please sign in</p></body></html>\n'),
  notAMessage('message-in-envelope', 'Message stands in another element.', (xml) =>
    xml.replace('<Message>', '<Envelope><Message>').replace('</Message>', '</Message></Envelope>'),
  ),
  notAMessage('persons-as-root', 'Message is not there, and Persons is the root.', (xml) =>
    xml.replace(/<Message>[^]*<Persons>/, '<Persons>').replace(/<\/Persons>[^]*/, '</Persons>\n'),
  ),
  notAMessage('empty-root', 'The file holds one empty element of another name.', () => '<SEN2/>\n'),
  notAMessage('other-root-then-cut-off', 'The root is another one, and its end tag is not there.', (xml) =>
    root('Return')(xml).replace('</Return>\n', ''),
  ),
  notAMessage('other-root-then-control-character', 'The root is another one, and a control character follows.', (xml) =>
    after('<Persons>', '\u0001')(root('Return')(xml)),
  ),
];

const one = 'urn:example:sen2';

const inNamespaces: readonly Break[] = [
  notAMessage('default-namespace', 'Message is in a namespace.', (xml) =>
    xml.replace('<Message>', `<Message xmlns="${one}">`),
  ),
  notAMessage('prefix', 'Header is in a namespace by its prefix.', (xml) =>
    xml
      .replace('<Message>', `<Message xmlns:s="${one}">`)
      .replace('<Header>', '<s:Header>')
      .replace('</Header>', '</s:Header>'),
  ),
  notAMessage('prefix-on-root', 'Message has a prefix.', (xml) =>
    xml.replace('<Message>', `<s:Message xmlns:s="${one}">`).replace('</Message>', '</s:Message>'),
  ),
  notAMessage('prefix-on-every-element', 'Every element has a prefix.', (xml) =>
    xml.replace(/<(\/?)([A-Z])/g, '<$1s:$2').replace('<s:Message>', `<s:Message xmlns:s="${one}">`),
  ),
  notAMessage('prefix-on-item', 'A Surname is in a namespace.', (xml) =>
    xml.replace(/<Surname>([^<]*)<\/Surname>/, `<s:Surname xmlns:s="${one}">$1</s:Surname>`),
  ),
  notAMessage('namespace-further-down', 'One person is in a namespace.', (xml) =>
    xml.replace('<Person>', `<Person xmlns="${one}">`),
  ),
  notAMessage('namespace-on-item', 'A Surname is in a namespace that it declares.', (xml) =>
    xml.replace('<Surname>', `<Surname xmlns="${one}">`),
  ),
  notAMessage('namespace-on-last-element', 'The last item of the return is in a namespace.', (xml) => {
    const at = xml.lastIndexOf('<SENtypeRank>');
    return `${xml.slice(0, at)}<SENtypeRank xmlns="${one}">${xml.slice(at + '<SENtypeRank>'.length)}`;
  }),
  notAMessage(
    'namespace-on-unknown-element',
    'An unknown element is in a namespace.',
    before('</Person>', `<LocalNote xmlns="${one}">local</LocalNote>`),
  ),
  notAMessage(
    'prefix-on-unknown-element',
    'An unknown element has a prefix.',
    before('</Person>', `<x:Note xmlns:x="urn:example:local">local</x:Note>`),
  ),
  notAMessage(
    'namespace-inside-unknown-element',
    'An element in a namespace stands in an unknown one.',
    before('</Person>', `<LocalNote><p xmlns="http://www.w3.org/1999/xhtml">local</p></LocalNote>`),
  ),
  notAMessage('namespace-then-not-well-formed', 'Message is in a namespace, and a tag is not closed.', (xml) =>
    xml.replace('<Message>', `<Message xmlns="${one}">`).replace('</Surname>', ''),
  ),
];

/** Breaks of FILE-04: files with another root, or with elements in a namespace. */
export const namespaceBreaks: readonly Break[] = [...otherRoots, ...inNamespaces];
