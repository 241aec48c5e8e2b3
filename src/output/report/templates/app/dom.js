// Elements out of words. Words become text nodes and nothing else: no string is ever parsed as markup.

/** An element with attributes and children; strings become text, false and null nothing. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element. */
function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

// Characters that would hide themselves, or turn the direction of what follows.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The words with every hidden character shown as a sign of its own; each stays one character. */
function shown(words) {
  return words.replace(UNSEEN, "\u2426");
}

/** Names and titles of the notices, apart from the words around them. */
function bdi(words) {
  return el("bdi", null, shown(words));
}

/** Calls back once the calls have paused. */
function pausing(call, wait = 120) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), wait);
  };
}

/** Says something to those who listen to the page. */
function say(words) {
  document.getElementById("say").textContent = words;
}
