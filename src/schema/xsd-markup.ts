/** An element of the schema document, with its children in order. A comment is a child of its own. */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Markup | Comment)[];
}

/** A comment; one `after` something stands at the end of the line before it. */
interface Comment {
  readonly comment: string;
  readonly after?: true;
}

/** A schema element: `xs('element', { name: 'Person' })`. */
export function xs(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Markup | Comment)[]
): Markup {
  return { tag: `xs:${name}`, attributes, children };
}

/** A comment on a line of its own, or on several. */
export function remark(comment: string): Comment {
  return { comment };
}

/** A comment at the end of the line of the element before it. */
export function gloss(comment: string): Comment {
  return { comment, after: true };
}

/** The lines of an element with all it holds, or of a comment. */
export function toLines(markup: Markup | Comment, indent = ''): string[] {
  // Two hyphens in a row would end the comment.
  if ('comment' in markup)
    return `<!-- ${markup.comment.replaceAll('--', '- -')} -->`.split('\n').map((line) => indent + line);
  const { tag, children } = markup;
  const attributes = Object.entries(markup.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const start = `${indent}<${tag}${attributes.join('')}`;
  if (children.length === 0) return [`${start}/>`];
  const lines = [`${start}>`];
  for (const child of children) {
    const inner = toLines(child, `${indent}  `);
    if ('after' in child) lines.push(`${lines.pop() ?? ''} ${inner.join(' ').trim()}`);
    else lines.push(...inner);
  }
  return [...lines, `${indent}</${tag}>`];
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
