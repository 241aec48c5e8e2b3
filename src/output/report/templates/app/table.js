// Tables of the page that are sorted by their headings and narrowed by words.

/** Makes the headings of a table buttons that sort its rows. */
function sortable(table) {
  for (const heading of table.querySelectorAll("thead th[data-sort]")) {
    const button = el("button", { type: "button", class: "sort" }, ...heading.childNodes);
    button.addEventListener("click", () => sortRows(table, heading));
    heading.append(button);
  }
}

function sortRows(table, heading) {
  const numbers = heading.dataset.sort === "number";
  const descending = heading.ariaSort ? heading.ariaSort === "ascending" : numbers;
  for (const other of table.querySelectorAll("thead th")) other.ariaSort = null;
  heading.ariaSort = descending ? "descending" : "ascending";
  const at = heading.cellIndex;
  const body = table.tBodies[0];
  const cell = (row) => row.cells[at].textContent.trim();
  const rows = [...body.rows].map((row) => [row, numbers ? parseFloat(cell(row)) : cell(row)]);
  body.append(...rows.sort((a, b) => compare(a[1], b[1], descending)).map(([row]) => row));
}

/** Order of two cells; empty ones stand last whichever way it goes. */
function compare(a, b, descending) {
  const empty = (value) => value === "" || value === null || value === undefined || Number.isNaN(value);
  if (empty(a) || empty(b)) return empty(a) - empty(b);
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "zh");
  return descending ? -order : order;
}

/** Shows the rows of a table that hold every one of the words. */
function narrow(table, words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  let left = 0;
  for (const row of table.tBodies[0].rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !wanted.every((word) => text.includes(word));
    left += !row.hidden;
  }
  say(t(`${left} 行`, `${left} rows`));
}
