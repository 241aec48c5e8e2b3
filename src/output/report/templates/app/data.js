// The data of the report: JSON in the page, or scripts in the folder report/ beside it. Each part is read when a view first
// needs it.

const parts = new Map();
const awaited = new Map();

/** Called by the scripts of the folder. */
window.zhenggaiTake = (name, data) => awaited.get(name)?.(data);

/** A part of the data. */
function part(name) {
  if (!parts.has(name)) parts.set(name, embedded(name) ?? beside(name));
  return parts.get(name);
}

function embedded(name) {
  const element = document.getElementById(`data-${name}`);
  return element && Promise.resolve(JSON.parse(element.textContent));
}

function beside(name) {
  return new Promise((resolve, reject) => {
    awaited.set(name, resolve);
    const script = el("script", { src: `report/${name}.js` });
    script.onerror = () => {
      parts.delete(name);
      reject(new Error(t(`找不到 report/${name}.js，请把 report 文件夹与报告放在一起`,
        `report/${name}.js is missing: keep the folder report beside the page`)));
    };
    document.head.append(script);
  });
}

/** What the page knows of every notice. */
function notices() {
  return JSON.parse(document.getElementById("data-index").textContent).notices;
}

/** Name of a notice for the eye. */
function title(notice) {
  return notice.title || notice.path.split(/[\\/]/).pop() || t("无标题", "untitled");
}

/** A text whose places count characters, of which some take two units of a JavaScript string. */
function characters(text) {
  const wide = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
  return {
    length: wide ? wide.length : text.length,
    slice: (start, end) => (wide ? wide.slice(start, end).join("") : text.slice(start, end)),
  };
}
