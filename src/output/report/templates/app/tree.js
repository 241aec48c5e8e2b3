// The tree of a notice: problems, measures and their metrics, walked with the arrow keys.

/** The tree as a list of items. `choose(item, node or metric, byKeyboard)` is called for the one that is chosen. */
function drawTree(notice, text, choose) {
  const metrics = new Map();
  for (const metric of notice.metrics) {
    const home = homeOf(notice, metric.node);
    metrics.set(home, [...(metrics.get(home) || []), metric]);
  }
  const items = (nodes, level) => nodes.filter((node) => node.kind !== "action").map((node) => item(node, level));
  const item = (node, level) => {
    const below = [...(metrics.get(node.id) || []).map((metric) => leaf(metric, level + 1)), ...items(node.children || [], level + 1)];
    const heading = shown(text.slice(...node.heading));
    const row = el("span", { class: `row k-${node.kind}`, id: `row-${node.id}` },
      el("span", { class: "unseen" }, word("kind", node.kind), " "),
      node.marker && el("span", { class: "marker" }, shown(node.marker)), el("bdi", null, heading),
      node.status && el("span", { class: `status status-${node.status}` }, word("status", node.status)));
    return treeItem(row, below, level, node, choose);
  };
  const leaf = (metric, level) => treeItem(
    el("span", { class: "row k-metric", id: `row-${metric.id}` }, bdi(metric.name), " ", el("span", { class: "value" }, amount(metric))),
    [], level, metric, choose);
  const top = [...(metrics.get(null) || []).map((metric) => leaf(metric, 1)), ...items(notice.outline, 1)];
  const tree = el("ul", { role: "tree", "aria-label": t("问题、措施与指标", "Problems, measures and metrics") }, ...top);
  const first = tree.querySelector("[role=treeitem]");
  if (first) first.tabIndex = 0;
  tree.addEventListener("keydown", (event) => walk(tree, event, choose));
  return tree;
}

function treeItem(row, below, level, target, choose) {
  const item = el("li", { role: "treeitem", tabindex: -1, "aria-level": level, "aria-labelledby": row.id, "aria-selected": "false" }, row);
  if (below.length) {
    item.setAttribute("aria-expanded", "true");
    item.append(el("ul", { role: "group" }, ...below));
  }
  item.target = target;
  target.item = item;
  row.addEventListener("click", () => {
    focusItem(item);
    choose(target, false);
  });
  return item;
}

/** The measure, problem or section that holds the node: sentences are not shown in the tree. */
function homeOf(notice, id) {
  let home = null;
  eachNode(notice.outline, (node) => {
    if (node.kind !== "action" && (id === node.id || id?.startsWith(`${node.id}.`))) home = node.id;
  });
  return home;
}

/** Marks an item as the chosen one and opens what is above it. */
function selectItem(item) {
  const tree = item.closest("[role=tree]");
  for (const other of tree.querySelectorAll("[aria-selected=true]")) other.setAttribute("aria-selected", "false");
  item.setAttribute("aria-selected", "true");
  for (let above = item.parentElement.closest("[role=treeitem]"); above; above = above.parentElement.closest("[role=treeitem]")) {
    above.setAttribute("aria-expanded", "true");
  }
  for (const other of tree.querySelectorAll("[role=treeitem][tabindex='0']")) other.tabIndex = -1;
  item.tabIndex = 0;
}

function focusItem(item) {
  selectItem(item);
  item.focus({ preventScroll: true });
}

function walk(tree, event, choose) {
  const item = event.target.closest("[role=treeitem]");
  const seen = [...tree.querySelectorAll("[role=treeitem]")].filter((other) => other.offsetParent !== null);
  const at = seen.indexOf(item);
  const open = item.getAttribute("aria-expanded");
  const moves = {
    ArrowDown: () => seen[at + 1],
    ArrowUp: () => seen[at - 1],
    Home: () => seen[0],
    End: () => seen[seen.length - 1],
    ArrowRight: () => (open === "false" ? item.setAttribute("aria-expanded", "true") : open && seen[at + 1]),
    ArrowLeft: () => (open === "true" ? item.setAttribute("aria-expanded", "false") : item.parentElement.closest("[role=treeitem]")),
  };
  if (event.key === "Enter" || event.key === " ") choose(item.target, event.key === "Enter");
  else if (!moves[event.key]) return;
  event.preventDefault();
  const next = moves[event.key]?.();
  if (next) {
    focusItem(next);
    next.querySelector(".row").scrollIntoView({ block: "nearest" });
  }
}
