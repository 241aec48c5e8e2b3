// Marks in a text: overlapping ranges cut into stretches, each of which carries all ranges over it.

/** The stretches of `start..end` under `ranges` (each with `start`, `end`), in order: `[start, end, ranges over it]`. */
function stretches(start, end, ranges) {
  const cuts = new Set([start, end]);
  for (const range of ranges) {
    if (range.start > start && range.start < end) cuts.add(range.start);
    if (range.end > start && range.end < end) cuts.add(range.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, at) => {
    const to = places[at + 1];
    return [from, to, ranges.filter((range) => range.start <= from && range.end >= to)];
  });
}

/** Everything that is marked in a notice, in order of place. */
function rangesOf(notice) {
  const ranges = notice.blocks.map(([kind, start, end]) => ({ start, end, class: `b-${kind}` }));
  eachNode(notice.outline, (node) => {
    const [start, end] = node.kind === "action" ? node.span : [node.span[0], node.heading[1]];
    ranges.push({ start, end, class: node.kind === "action" ? `s-${node.specificity || "none"}` : "n", node });
  });
  for (const metric of notice.metrics) {
    ranges.push({ start: metric.quantity[0], end: metric.quantity[1], class: "m", metric });
  }
  for (const finding of notice.findings) {
    ranges.push({ start: finding.span[0], end: finding.span[1], class: `f f-${finding.severity}`, finding });
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Calls back for every node of the tree, parents first. */
function eachNode(nodes, call, parent = null) {
  for (const node of nodes) {
    call(node, parent);
    eachNode(node.children || [], call, node);
  }
}

/** The text of a notice as paragraphs with its marks. `focusable` tells which stretches a reader can stop at. */
function drawText(notice, text) {
  const ranges = rangesOf(notice);
  const paragraphs = [];
  let start = 0;
  let first = 0;
  for (const line of notice.text.split("\n")) {
    const end = start + (text.length === notice.text.length ? line.length : Array.from(line).length);
    while (first < ranges.length && ranges[first].end <= start && ranges[first].class[0] === "b") first += 1;
    const over = [];
    for (let at = first; at < ranges.length && ranges[at].start < end; at += 1) {
      if (ranges[at].end > start) over.push(ranges[at]);
    }
    if (line.trim()) paragraphs.push(drawParagraph(text, start, end, over));
    start = end + 1;
  }
  return paragraphs;
}

function drawParagraph(text, start, end, over) {
  const paragraph = el("p", { "data-start": start, "data-end": end });
  for (const [from, to, ranges] of stretches(start, end, over)) {
    const words = shown(text.slice(from, to));
    paragraph.append(ranges.length ? drawStretch(from, to, ranges, words) : words);
  }
  return paragraph;
}

function drawStretch(from, to, ranges, words) {
  const span = el("span", { class: [...new Set(ranges.map((range) => range.class))].join(" "), "data-start": from, "data-end": to }, words);
  const told = ranges.filter((range) => range.metric || range.finding || range.node?.specificity === "vague");
  span.ranges = ranges;
  if (told.some((range) => range.start === from)) {
    span.classList.add("stop");
    span.tabIndex = -1;
    span.setAttribute("role", "button");
  }
  for (const range of ranges) {
    const told = range.node || range.metric || range.finding;
    if (told && !told.place) told.place = span;
  }
  return span;
}
