"use strict";
/* The texts of the pages of a PDF, read here without any library: objects, object streams, content
   streams and the maps from glyphs to letters (ISO 32000-1: 7.3, 7.5.7, 9.4, 9.10.3). What is packed
   or locked otherwise is an error, and never another text. */
const pdfPages = (function () {
  const MOST = 256 * 1024 * 1024;
  const DEEPEST = 12;
  const SPACES = "\0\t\n\f\r ";
  const ENDS = SPACES + "()<>[]{}/%";

  class Reference {
    constructor(number) {
      this.number = number;
    }
  }
  class Operator {
    constructor(name) {
      this.name = name;
    }
  }
  class Stream {
    constructor(dictionary, bytes) {
      this.dictionary = dictionary;
      this.bytes = bytes;
    }
  }

  function latin(bytes) {
    const pieces = [];
    for (let at = 0; at < bytes.length; at += 32768) {
      pieces.push(String.fromCharCode(...bytes.subarray(at, at + 32768)));
    }
    return pieces.join("");
  }

  /* ---------------------------------------------------------------- values
     Names are strings with their slash; strings of the PDF are { text }; dictionaries are maps. */
  class Parser {
    constructor(text, at = 0) {
      this.text = text;
      this.at = at;
    }

    skip() {
      for (; this.at < this.text.length; this.at += 1) {
        const one = this.text[this.at];
        if (one === "%") while (this.at < this.text.length && !"\r\n".includes(this.text[this.at])) this.at += 1;
        else if (!SPACES.includes(one)) return;
      }
    }

    word() {
      const start = this.at;
      while (this.at < this.text.length && !ENDS.includes(this.text[this.at])) this.at += 1;
      if (this.at === start) this.at += 1;
      return this.text.slice(start, this.at);
    }

    value(depth = 0) {
      if (depth > 100) throw new Error("it is damaged");
      this.skip();
      if (this.at >= this.text.length) return undefined;
      const one = this.text[this.at];
      if (one === "/") return this.name();
      if (one === "(") return { text: this.literal() };
      if (one === "[") return this.list("]", depth);
      if (one === "<") {
        if (this.text[this.at + 1] !== "<") return { text: this.hexadecimal() };
        this.at += 1;
        return this.dictionary(depth);
      }
      const word = this.word();
      if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return this.reference(word) || Number(word);
      return new Operator(word);
    }

    reference(word) {
      if (!/^\d+$/.test(word)) return null;
      const found = /^\s+\d+\s+R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 20));
      if (!found) return null;
      this.at += found[0].length;
      return new Reference(Number(word));
    }

    name() {
      this.at += 1;
      const start = this.at;
      while (this.at < this.text.length && !ENDS.includes(this.text[this.at])) this.at += 1;
      const hex = (_, digits) => String.fromCharCode(parseInt(digits, 16));
      return "/" + this.text.slice(start, this.at).replace(/#([0-9a-fA-F]{2})/g, hex);
    }

    list(end, depth) {
      this.at += 1;
      const made = [];
      for (;;) {
        this.skip();
        if (this.at >= this.text.length) return made;
        if (this.text[this.at] === end) {
          this.at += 1;
          return made;
        }
        made.push(this.value(depth + 1));
      }
    }

    dictionary(depth) {
      const listed = this.list(">", depth);
      if (this.text[this.at] === ">") this.at += 1;
      const made = new Map();
      for (let at = 0; at + 1 < listed.length; at += 2) made.set(listed[at], listed[at + 1]);
      return made;
    }

    hexadecimal() {
      const end = this.text.indexOf(">", this.at);
      const digits = this.text.slice(this.at + 1, end < 0 ? undefined : end).replace(/[^0-9a-fA-F]/g, "");
      this.at = end < 0 ? this.text.length : end + 1;
      const pairs = (digits + (digits.length % 2 ? "0" : "")).match(/../g) || [];
      return String.fromCharCode(...pairs.map((pair) => parseInt(pair, 16)));
    }

    literal() {
      const made = [];
      let open = 0;
      for (; this.at < this.text.length; this.at += 1) {
        const one = this.text[this.at];
        if (one === "\\") made.push(this.escaped());
        else if (one === "(" && (open += 1) === 1) continue;
        else if (one === ")" && (open -= 1) === 0) break;
        else made.push(one);
      }
      this.at += 1;
      return made.join("");
    }

    escaped() {
      const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at + 1, this.at + 4));
      if (octal) {
        this.at += octal[0].length;
        return String.fromCharCode(parseInt(octal[0], 8) & 255);
      }
      this.at += 1;
      const one = this.text[this.at];
      if (one === "\r" && this.text[this.at + 1] === "\n") this.at += 1;
      const known = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f", "\n": "", "\r": "" };
      return one in known ? known[one] : one || "";
    }
  }

  /* ---------------------------------------------------------------- objects */
  async function objects(bytes) {
    const text = latin(bytes);
    const known = new Map();
    const begins = /(?:^|[\s>])(\d+)\s+\d+\s+obj\b/g;
    for (let found = begins.exec(text); found; found = begins.exec(text)) {
      const parser = new Parser(text, begins.lastIndex);
      let value = parser.value();
      parser.skip();
      if (value instanceof Map && text.startsWith("stream", parser.at)) {
        value = new Stream(value, streamBytes(text, bytes, value, parser));
      }
      begins.lastIndex = parser.at;
      known.set(Number(found[1]), value);
      if (value instanceof Stream && value.dictionary.get("/Type") === "/ObjStm") {
        await unpackObjects(value, known);
      }
    }
    return known;
  }

  function streamBytes(text, bytes, dictionary, parser) {
    let start = parser.at + "stream".length;
    if (text[start] === "\r") start += 1;
    if (text[start] === "\n") start += 1;
    const told = dictionary.get("/Length");
    let end = typeof told === "number" ? start + told : -1;
    if (end < 0 || !/^\s*endstream/.test(text.slice(end, end + 20))) {
      end = text.indexOf("endstream", start);
      if (end < 0) throw new Error("it is damaged");
    }
    parser.at = end;
    return bytes.subarray(start, end);
  }

  async function unpackObjects(stream, known) {
    const text = latin(await unpacked(stream, known));
    const first = stream.dictionary.get("/First");
    const heads = new Parser(text);
    for (let left = stream.dictionary.get("/N"); left > 0; left -= 1) {
      const [number, place] = [heads.value(), heads.value()];
      known.set(number, new Parser(text, first + place).value());
    }
  }

  async function unpacked(stream, known) {
    const told = resolved(stream.dictionary.get("/Filter"), known);
    const filters = told === undefined ? [] : [].concat(told);
    let bytes = stream.bytes;
    for (const one of filters) {
      if (one !== "/FlateDecode") throw new Error("it is packed in a way that this page cannot read");
      bytes = await inflated(bytes);
    }
    return bytes;
  }

  async function inflated(bytes) {
    const source = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    const pieces = [];
    let size = 0;
    const reader = source.getReader();
    for (;;) {
      let step;
      try {
        step = await reader.read();
      } catch (error) {
        if (!pieces.length) throw new Error("it is damaged");
        break; /* line ends behind the packed bytes */
      }
      if (step.done) break;
      size += step.value.length;
      if (size > MOST) throw new Error("it unpacks to more than a document can need");
      pieces.push(step.value);
    }
    return new Uint8Array(await new Blob(pieces).arrayBuffer());
  }

  function resolved(value, known) {
    for (let steps = 0; value instanceof Reference && steps < DEEPEST; steps += 1) {
      value = known.get(value.number);
    }
    return value;
  }

  /* ---------------------------------------------------------------- fonts */
  async function letters(font, known) {
    const composite = font.get("/Subtype") === "/Type0";
    const map = resolved(font.get("/ToUnicode"), known);
    if (map instanceof Stream) return mapped(latin(await unpacked(map, known)), composite ? 2 : 1);
    if (composite) throw new Error("it does not say which letters its glyphs are");
    const plain = new TextDecoder("windows-1252");
    return (text) => plain.decode(Uint8Array.from(text, (one) => one.charCodeAt(0)));
  }

  function mapped(text, width) {
    const known = new Map();
    const space = /begincodespacerange\s*<([0-9a-fA-F]+)>/.exec(text);
    const size = space ? space[1].length / 2 : width;
    const ranges = /begin(bfchar|bfrange)([\s\S]*?)end\1/g;
    for (let found = ranges.exec(text); found; found = ranges.exec(text)) {
      const parser = new Parser(found[2]);
      for (let first = parser.value(); first; first = parser.value()) {
        const last = found[1] === "bfrange" ? code(parser.value().text) : code(first.text);
        const target = parser.value();
        for (let at = code(first.text), step = 0; at <= last && step < 65536; at += 1, step += 1) {
          const one = Array.isArray(target) ? target[step] : target;
          if (one) known.set(at, raised(one.text, Array.isArray(target) ? 0 : step));
        }
      }
    }
    return (codes) => {
      const made = [];
      for (let at = 0; at < codes.length; at += size) {
        made.push(known.get(code(codes.slice(at, at + size))) || "");
      }
      return made.join("");
    };
  }

  function code(text) {
    return Array.from(text).reduce((sum, one) => sum * 256 + one.charCodeAt(0), 0);
  }

  function raised(text, step) {
    const units = [];
    for (let at = 0; at + 1 < text.length; at += 2) units.push(code(text.slice(at, at + 2)));
    if (units.length) units[units.length - 1] += step;
    return String.fromCharCode(...units);
  }

  /* ---------------------------------------------------------------- pages */
  function* leaves(node, known, resources, depth = 0) {
    const page = resolved(node, known);
    if (!(page instanceof Map) || depth > 50) return;
    const own = resolved(page.get("/Resources"), known) || resources;
    const kids = resolved(page.get("/Kids"), known);
    if (!kids) yield { page, resources: own };
    else for (const kid of kids) yield* leaves(kid, known, own, depth + 1);
  }

  async function contents(page, known) {
    const told = resolved(page.get("/Contents"), known);
    const pieces = [];
    for (const one of told === undefined ? [] : [].concat(told)) {
      const stream = resolved(one, known);
      if (stream instanceof Stream) pieces.push(latin(await unpacked(stream, known)));
    }
    return pieces.join("\n");
  }

  class Reader {
    constructor(known) {
      this.known = known;
      this.fonts = new Map();
      this.made = [];
    }

    async read(content, resources, depth = 0) {
      const parser = new Parser(content);
      let operands = [];
      let font = (text) => text;
      for (let one = parser.value(); one !== undefined; one = parser.value()) {
        if (!(one instanceof Operator)) {
          operands.push(one);
          continue;
        }
        if (one.name === "Tf") font = await this.font(operands[0], resources);
        else if (one.name === "ID") parser.at = afterImage(content, parser.at);
        else if (one.name === "Do" && depth < DEEPEST) await this.form(operands[0], resources, depth);
        else this.show(one.name, operands, font);
        operands = [];
      }
    }

    show(name, operands, font) {
      if (["BT", "T*", "'", '"', "Tm"].includes(name)) this.made.push("\n");
      if (["Td", "TD"].includes(name) && operands[1] !== 0) this.made.push("\n");
      if (!["Tj", "TJ", "'", '"'].includes(name)) return;
      for (const one of [].concat(operands[operands.length - 1])) {
        if (one && one.text !== undefined) this.made.push(font(one.text));
      }
    }

    async font(name, resources) {
      const listed = resolved(resources && resources.get("/Font"), this.known);
      const font = resolved(listed && listed.get(name), this.known);
      if (!(font instanceof Map)) return (text) => text;
      if (!this.fonts.has(font)) this.fonts.set(font, await letters(font, this.known));
      return this.fonts.get(font);
    }

    async form(name, resources, depth) {
      const listed = resolved(resources && resources.get("/XObject"), this.known);
      const form = resolved(listed && listed.get(name), this.known);
      if (!(form instanceof Stream) || form.dictionary.get("/Subtype") !== "/Form") return;
      const own = resolved(form.dictionary.get("/Resources"), this.known) || resources;
      await this.read(latin(await unpacked(form, this.known)), own, depth + 1);
    }
  }

  function afterImage(content, at) {
    const found = /\sEI(?=\s|$)/.exec(content.slice(at));
    return found ? at + found.index + found[0].length : content.length;
  }

  function drawnOver(page, known) {
    const listed = resolved(page.get("/Annots"), known) || [];
    return listed.some((one) => {
      const annotation = resolved(one, known);
      return annotation instanceof Map && annotation.get("/Subtype") !== "/Link";
    });
  }

  /* The pages in their order: { text, covered }. covered: notes or stamps lie on it. */
  return async function (bytes) {
    const known = await objects(bytes);
    const all = Array.from(known.values());
    const heads = all.map((one) => (one instanceof Stream ? one.dictionary : one));
    const locked = heads.some((one) => one instanceof Map && one.has("/Encrypt"));
    if (locked || /trailer\s*<<[^]*?\/Encrypt/.test(latin(bytes.subarray(-4096)))) {
      throw new Error("it is locked; save it without a password");
    }
    const root = heads.filter((one) => one instanceof Map && one.get("/Type") === "/Catalog").pop();
    if (!root) throw new Error("it has no pages");
    const pages = [];
    for (const { page, resources } of leaves(root.get("/Pages"), known, null)) {
      const reader = new Reader(known);
      await reader.read(await contents(page, known), resources);
      pages.push({ text: reader.made.join(""), covered: drawnOver(page, known) });
    }
    return pages;
  };
})();
