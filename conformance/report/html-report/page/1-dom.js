// Making of elements. What comes from the results only ever becomes text, never markup.

/** An element with attributes and children; a text child is text. Those that are null or undefined are left out. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

function byId(id) {
  return document.getElementById(id);
}

function number(value) {
  return value.toLocaleString('en-GB');
}

function plural(count, what) {
  return `${number(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** What an address can hold of an id: half a pair of surrogates cannot be encoded. */
function addressable(id) {
  return id.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

function linkTo(kind, id) {
  return `#${kind}=${encodeURIComponent(addressable(id))}`;
}

/** Colour is never alone: each tone has a sign too. */
const signs = { good: '✓', bad: '✕', alarm: '!', still: '–' };

function badge(tone, text) {
  return el('span', { class: `badge ${tone}` }, el('span', { 'aria-hidden': 'true' }, `${signs[tone]} `), text);
}
