"use strict";
/* Is this the released file? Everything happens in this page: nothing is sent, nothing fetched.
   How a .docx is read into lines is written down in word/paper/release_lines.py; this follows it.
   A PDF is read into pages by pdf_pages.js, and compared by compare_pdf.js. */
(function () {
  const release = JSON.parse(document.getElementById("release").textContent);
  const said = release.predicate;
  const result = document.getElementById("result");
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
  const M = "http://schemas.openxmlformats.org/officeDocument/2006/math";
  const MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
  const MOST = 256 * 1024 * 1024;
  const COUNTS_PAGES = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b/i;
  const CONTENTS = /^(toc|contents)\b/i;

  /* ---------------------------------------------------------------- digests */
  async function sha256(bytes) {
    const digest = await crypto.subtle.digest("SHA-256", bytes);
    return Array.from(new Uint8Array(digest), (one) => one.toString(16).padStart(2, "0")).join("");
  }

  /* ---------------------------------------------------------------- zip */
  async function unzip(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - 22;
    while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
    if (end < 0) throw new Error("it is no .docx file");
    const parts = new Map();
    let at = view.getUint32(end + 16, true);
    let whole = 0;
    for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new Error("it is damaged");
      const method = view.getUint16(at + 10, true);
      const packed = view.getUint32(at + 20, true);
      whole += view.getUint32(at + 24, true);
      if (whole > MOST) throw new Error("it unpacks to more than a document can need");
      const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + lengths[0]));
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(start, start + packed);
      if (!name.endsWith("/")) parts.set(name, method === 0 ? data : await inflate(data));
      at += 46 + lengths[0] + lengths[1] + lengths[2];
    }
    return parts;
  }

  async function inflate(data) {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const pieces = [];
    let size = 0;
    for (const reader = stream.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MOST) throw new Error("it unpacks to more than a document can need");
      pieces.push(value);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  }

  /* ---------------------------------------------------------------- parts */
  function xml(parts, name) {
    const found = parts.get(name);
    if (!found) return null;
    const parsed = new DOMParser().parseFromString(new TextDecoder().decode(found), "text/xml");
    if (parsed.querySelector("parsererror")) throw new Error("its part " + name + " is damaged");
    return parsed;
  }

  function related(parts, source) {
    const cut = source.lastIndexOf("/");
    const folder = source.slice(0, cut + 1);
    const found = xml(parts, folder + "_rels/" + source.slice(cut + 1) + ".rels");
    const nodes = found ? Array.from(found.documentElement.children) : [];
    return nodes.map((node) => {
      const external = node.getAttribute("TargetMode") === "External";
      const target = node.getAttribute("Target") || "";
      return {
        id: node.getAttribute("Id"),
        kind: (node.getAttribute("Type") || "").split("/").pop(),
        target: external ? target : resolved(folder, target),
        external,
      };
    });
  }

  function resolved(folder, target) {
    const made = [];
    for (const step of (target.startsWith("/") ? target.slice(1) : folder + target).split("/")) {
      if (step === "..") made.pop();
      else if (step !== "." && step !== "") made.push(step);
    }
    return made.join("/");
  }

  const is = (node, space, name) => node.namespaceURI === space && node.localName === name;
  const squeezed = (text) => text.split(/\s+/).filter(Boolean).join(" ");

  /* ---------------------------------------------------------------- lines */
  async function lines(parts) {
    const main = related(parts, "").find((one) => one.kind === "officeDocument");
    if (!main) throw new Error("it is no Word document");
    const links = related(parts, main.target);
    const sheet = links.find((link) => link.kind === "styles");
    const styles = sheet && xml(parts, sheet.target);
    const known = { contents: contentsStyles(styles), unseen: unseenWords(styles) };
    const read = (name) => story(parts, name, known);
    const made = await read(main.target);
    for (const kind of ["footnotes", "endnotes"]) {
      const one = links.find((link) => link.kind === kind && parts.has(link.target));
      if (one) made.push(...(await read(one.target)));
    }
    for (const kind of ["header", "footer"]) {
      const found = new Set();
      for (const link of links) {
        if (link.kind === kind && parts.has(link.target)) {
          (await read(link.target)).forEach((line) => found.add(line));
        }
      }
      made.push(...Array.from(found).sort(byCodePoint));
    }
    return made;
  }

  function byCodePoint(one, other) {
    const a = Array.from(one, (c) => c.codePointAt(0));
    const b = Array.from(other, (c) => c.codePointAt(0));
    for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
      if (a[at] !== b[at]) return a[at] - b[at];
    }
    return a.length - b.length;
  }

  function contentsStyles(styles) {
    const found = new Set();
    for (const style of styles ? styles.getElementsByTagNameNS(W, "style") : []) {
      const name = style.getElementsByTagNameNS(W, "name")[0];
      if (name && CONTENTS.test(name.getAttributeNS(W, "val") || "")) {
        found.add(style.getAttributeNS(W, "styleId"));
      }
    }
    return found;
  }

  /* Which of a run's words are hidden or struck through; word/paper/unseen_words.py. */
  function unseenWords(styles) {
    const child = (node, name) => node && Array.from(node.children).find((one) => is(one, W, name));
    const value = (node, name) => {
      const found = child(node, name);
      return found ? found.getAttributeNS(W, "val") || "" : "";
    };
    const off = (said) => ["0", "false", "off"].includes(said);
    const known = new Map();
    let plain = "";
    for (const style of styles ? styles.getElementsByTagNameNS(W, "style") : []) {
      const id = style.getAttributeNS(W, "styleId") || "";
      known.set(id, style);
      const isDefault = style.hasAttributeNS(W, "default") && !off(style.getAttributeNS(W, "default"));
      if (!plain && isDefault && style.getAttributeNS(W, "type") === "paragraph") plain = id;
    }
    const defaults = child(styles && child(styles.documentElement, "docDefaults"), "rPrDefault");
    const chain = (id) => {
      const made = [];
      for (let key = id; known.has(key) && !made.includes(known.get(key)); ) {
        made.push(known.get(key));
        key = value(known.get(key), "basedOn");
      }
      return made;
    };
    const isOn = (looks, name) => {
      const found = looks.map((one) => child(one, name)).find(Boolean);
      return Boolean(found) && !off(found.getAttributeNS(W, "val") || "");
    };
    return (run, style) => {
      const own = value(child(run, "rPr"), "rStyle");
      const said = [run, ...chain(own), ...chain(style || plain), defaults];
      const within = (one) => Array.from(one.children).filter((node) => is(node, W, "rPr"));
      const looks = said.filter(Boolean).flatMap(within);
      const kinds = { hidden: ["vanish"], struck: ["strike", "dstrike"] };
      return Object.keys(kinds).filter((kind) => kinds[kind].some((name) => isOn(looks, name)));
    };
  }

  function leftOut(node) {
    return (
      (node.namespaceURI === W && ["del", "moveFrom", "pPr"].includes(node.localName)) ||
      is(node, MC, "Fallback")
    );
  }

  async function story(parts, name, known) {
    const root = xml(parts, name).documentElement;
    const links = new Map(related(parts, name).map((one) => [one.id, one]));
    const made = [];
    for (const paragraph of root.getElementsByTagNameNS(W, "p")) {
      const style = styleOf(paragraph);
      if (outside(paragraph) || known.contents.has(style)) continue;
      const unseen = (run) => known.unseen(run, style);
      made.push(...(await paragraphLines(paragraph, parts, links, unseen)));
    }
    return made;
  }

  function outside(paragraph) {
    for (let above = paragraph.parentElement; above; above = above.parentElement) {
      if (leftOut(above)) return true;
    }
    return false;
  }

  function styleOf(paragraph) {
    const own = Array.from(paragraph.children).find((node) => is(node, W, "pPr"));
    const style = own && Array.from(own.children).find((node) => is(node, W, "pStyle"));
    return style ? style.getAttributeNS(W, "val") || "" : "";
  }

  async function paragraphLines(paragraph, parts, links, unseen) {
    const words = [];
    const apart = { hidden: [], struck: [] };
    const equations = [];
    let kinds = [];
    const addresses = [];
    const drawings = [];
    const fields = [];
    const word = (text) => {
      const hidden = fields.some((one) => !one.shown || COUNTS_PAGES.test(one.instruction));
      if (hidden) return;
      words.push(text);
      kinds.forEach((kind) => apart[kind].push(text));
    };
    const walk = (node) => {
      for (const child of node.children) {
        if (leftOut(child) || is(child, W, "p")) continue;
        if (is(child, W, "t")) word(child.textContent);
        else if (child.namespaceURI === W && ["tab", "br", "cr"].includes(child.localName)) word(" ");
        else if (is(child, W, "noBreakHyphen")) word("-");
        else if (is(child, W, "fldChar")) {
          const kind = child.getAttributeNS(W, "fldCharType");
          if (kind === "begin") fields.push({ instruction: "", shown: false });
          else if (fields.length && kind === "separate") fields[fields.length - 1].shown = true;
          else if (fields.length && kind === "end") fields.pop();
        } else if (is(child, W, "instrText")) {
          if (fields.length) fields[fields.length - 1].instruction += child.textContent;
        } else if (is(child, WP, "inline") || is(child, WP, "anchor")) drawings.push(child);
        else if (is(child, M, "oMath")) {
          const signs = Array.from(child.getElementsByTagNameNS(M, "t"), (one) => one.textContent);
          equations.push(signs.join("").split(/\s+/).join(""));
        } else {
          if (is(child, W, "r")) kinds = unseen(child);
          if (is(child, W, "hyperlink") && child.getAttributeNS(R, "id")) {
            addresses.push(child.getAttributeNS(R, "id"));
          }
          const simple = is(child, W, "fldSimple");
          if (simple) {
            fields.push({ instruction: child.getAttributeNS(W, "instr") || "", shown: true });
          }
          walk(child);
          if (simple) fields.pop();
        }
      }
    };
    walk(paragraph);
    const made = [squeezed(words.join(""))].filter(Boolean);
    for (const kind of Object.keys(apart)) {
      const said = squeezed(apart[kind].join(""));
      if (said) made.push(kind + ": " + said);
    }
    equations.filter(Boolean).forEach((signs) => made.push("equation: " + signs));
    for (const id of addresses) {
      const link = links.get(id);
      if (link && link.external) made.push("link: " + link.target);
    }
    for (const drawing of drawings) made.push(...(await drawingLines(drawing, parts, links)));
    return made;
  }

  async function drawingLines(drawing, parts, links) {
    const made = [];
    const own = Array.from(drawing.children).find((node) => is(node, WP, "docPr"));
    const charts = Array.from(drawing.getElementsByTagNameNS(C, "chart"))
      .map((node) => links.get(node.getAttributeNS(R, "id")))
      .filter((link) => link && parts.has(link.target));
    const shown = charts.length ? shownTitle(parts, charts[0].target) : "";
    const alternative = own ? alternativeText(own, shown) : "";
    if (alternative) made.push("alt: " + alternative);
    for (const link of charts) made.push("chart: " + chartText(parts, link.target));
    for (const node of drawing.getElementsByTagNameNS(A, "blip")) {
      const link = links.get(node.getAttributeNS(R, "embed"));
      if (link && parts.has(link.target)) {
        made.push("picture: " + (await sha256(parts.get(link.target))));
      }
    }
    return made;
  }

  function alternativeText(own, shown) {
    /* LibreOffice 25 writes the title of a chart before it, on a line of its own. */
    const text = own.getAttribute("descr") || "";
    const end = text.indexOf("\n");
    const joined = !own.hasAttribute("title") && shown && end >= 0;
    const titled = joined && squeezed(text.slice(0, end)) === shown;
    return squeezed(titled && squeezed(text.slice(end)) ? text.slice(end) : text);
  }

  function shownTitle(parts, name) {
    const space = xml(parts, name).documentElement;
    const within = (node, tag) => Array.from(node.children).find((one) => is(one, C, tag));
    const chart = within(space, "chart");
    const title = chart && within(chart, "title");
    const lines = title ? Array.from(title.getElementsByTagNameNS(A, "p")) : [];
    const words = (line) =>
      Array.from(line.getElementsByTagNameNS(A, "t"), (node) => node.textContent).join("");
    return squeezed(lines.map(words).filter(Boolean).join(" "));
  }

  function chartText(parts, name) {
    const texts = [];
    for (const node of xml(parts, name).getElementsByTagName("*")) {
      if (is(node, A, "t") || is(node, C, "v")) texts.push(squeezed(node.textContent));
    }
    return texts.filter(Boolean).join("|");
  }

  /* ---------------------------------------------------------------- what differs */
  function differing(released, found) {
    /* Lines that both begin and end with are left out; between them, the longest common run of
       lines, by a table of lengths: what is left is short, or the file is another one. */
    let first = 0;
    while (first < released.length && first < found.length && released[first][1] === found[first]) {
      first += 1;
    }
    let last = 0;
    const most = Math.min(released.length, found.length) - first;
    while (
      last < most &&
      released[released.length - 1 - last][1] === found[found.length - 1 - last]
    ) {
      last += 1;
    }
    const a = released.slice(first, released.length - last);
    const b = found.slice(first, found.length - last);
    if (a.length * b.length > 4000000) return pairs(a, b, released, first);
    const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i -= 1) {
      for (let j = b.length - 1; j >= 0; j -= 1) {
        table[i][j] =
          a[i][1] === b[j]
            ? table[i + 1][j + 1] + 1
            : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    const made = [];
    let gone = [];
    let come = [];
    const flush = (at) => {
      made.push(...pairs(gone, come, released, at));
      gone = [];
      come = [];
    };
    let i = 0;
    let j = 0;
    while (i < a.length || j < b.length) {
      if (i < a.length && j < b.length && a[i][1] === b[j]) {
        flush(first + i);
        i += 1;
        j += 1;
      } else if (j >= b.length || (i < a.length && table[i + 1][j] >= table[i][j + 1])) {
        gone.push(a[i]);
        i += 1;
      } else {
        come.push(b[j]);
        j += 1;
      }
    }
    flush(first + i);
    return made;
  }

  function pairs(lost, come, released, at) {
    const made = [];
    const isAlternative = (text) => text.startsWith("alt: ");
    let gone = lost;
    if (!come.some(isAlternative)) {
      /* Lost with a line that differs: what stands beside it is no other reading of it. */
      const alternatives = lost.filter((one) => isAlternative(one[1]));
      made.push(...alternatives.map((one) => ({ place: one[0], released: one[1], found: "" })));
      gone = lost.filter((one) => !isAlternative(one[1]));
    }
    for (let step = 0; step < Math.max(gone.length, come.length); step += 1) {
      const before = gone[step] || ["", ""];
      const near = released[Math.max(Math.min(at, released.length) - 1, 0)] || ["", ""];
      made.push({ place: before[0] || near[0], released: before[1], found: come[step] || "" });
    }
    return made;
  }

  function excerpts(one, other) {
    /* Two long lines from a little before their first difference to a little after their last. */
    const near = 40;
    if (!one || !other) return [one, other];
    const a = Array.from(one);
    const b = Array.from(other);
    let first = 0;
    while (first < a.length && first < b.length && a[first] === b[first]) first += 1;
    let last = 0;
    const most = Math.min(a.length, b.length) - first;
    while (last < most && a[a.length - 1 - last] === b[b.length - 1 - last]) last += 1;
    const start = Math.max(first - near, 0);
    const rest = Math.max(last - near, 0);
    return [a, b].map(
      (text) =>
        (start ? "…" : "") + text.slice(start, text.length - rest).join("") + (rest ? "…" : "")
    );
  }

  /* ---------------------------------------------------------------- telling */
  function tell(kind, heading, texts, changes) {
    result.className = kind;
    result.replaceChildren();
    const title = document.createElement("h2");
    title.textContent = heading;
    result.append(title);
    for (const text of texts) {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      result.append(paragraph);
    }
    if (!changes || !changes.length) return;
    const list = document.createElement("ul");
    for (const change of changes.slice(0, 100)) {
      const item = document.createElement("li");
      item.append((change.place || "Headers, footers and notes") + ": released ");
      const [old, now] = excerpts(change.released, change.found);
      const before = document.createElement("del");
      before.textContent = old || "(nothing)";
      const after = document.createElement("ins");
      after.textContent = now || "(nothing)";
      item.append(before, "; in this file ", after);
      list.append(item);
    }
    result.append(list);
  }

  async function look(file) {
    result.className = "";
    result.textContent = "Reading " + file.name + " …";
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const digest = await sha256(bytes);
      const same = release.subject.find((one) => one.digest.sha256 === digest);
      if (same) {
        const what = "It is the file that was released as “" + same.name + "”, byte for byte.";
        tell("good", "Yes: this is the released file", [what]);
        return;
      }
      const begin = new TextDecoder("latin1").decode(bytes.subarray(0, 5));
      if (begin === "%PDF-") {
        const { kind, heading, texts, changes } = comparePdf(said, await pdfPages(bytes));
        tell(kind, heading, texts, changes);
        return;
      }
      if (!begin.startsWith("PK")) {
        tell("bad", "No: this is not the released file", [
          "It is not one of the files released; a Word file or a PDF can be compared in detail.",
        ]);
        return;
      }
      const found = await lines(await unzip(bytes));
      const all = differing(said.lines, found);
      const isLost = (one) => one.released.startsWith("alt: ") && !one.found;
      const changes = all.filter((one) => !isLost(one));
      const lost = all.length - changes.length;
      if (!changes.length) {
        const texts = [
          "Every line, figure and chart says what was released. The file itself is another one, " +
            "as when a program opens and saves it.",
        ];
        if (lost) texts.push("Of charts and pictures, " + lost + " alternative texts are missing.");
        tell("good", "The words are those released; the file was saved again", texts);
      } else {
        tell("bad", "No: this is not what was released", [differ(changes.length, "line", said.version)], changes);
      }
    } catch (error) {
      tell("bad", "This file cannot be read", [String(error.message || error)]);
    }
  }

  const input = document.getElementById("file");
  const drop = document.getElementById("drop");
  if (!globalThis.crypto || !crypto.subtle || typeof DecompressionStream === "undefined") {
    tell("bad", "This browser cannot do it", [
      "Please open this page in a browser of 2023 or later.",
    ]);
    input.disabled = true;
    return;
  }
  input.addEventListener("change", () => input.files.length && look(input.files[0]));
  drop.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) look(event.dataTransfer.files[0]);
  });
})();
