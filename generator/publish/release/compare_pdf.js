"use strict";
/* Whether the pages of a PDF print what was released, as publish/release/compare_pdf.py does it: page
   by page against what the released pages print, or, where it was laid out anew, line by line. */
const differ = (count, noun, version) =>
  count + " " + (count === 1 ? noun + " differs" : noun + "s differ") + " from version " + version + ".";

const comparePdf = (function () {
  const UNPRINTED = /^(alt|link|chart|picture): /;
  const LEAST = 0.3;
  const plain = (text) => squeezed(text.normalize("NFKC").replaceAll("\u00ad", ""));
  const bare = (text) => text.replace(/\s+/g, "");
  const squeezed = (text) => text.split(/\s+/).filter(Boolean).join(" ");

  function printed(line, pages) {
    const found = (words) => {
      if (pages.some((page) => page.includes(words))) return true;
      const pattern = new RegExp(withMarks(words));
      return pages.some((page, at) => pattern.test(page) || pattern.test(page + (pages[at + 1] || "")));
    };
    const words = bare(plain(line));
    return found(words) || found(words.toUpperCase());
  }

  function withMarks(words) {
    /* Marks of notes stand behind words; no figure gets a digit more. */
    return Array.from(words, (one, at) => {
      const marked = /[\p{L}.,;:!?%)\]\u201d\u2019]/u.test(one) && !/\d/.test(words[at + 1] || "");
      return one.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&") + (marked ? "\\d{0,3}" : "");
    }).join("");
  }

  function pageChanges(released, found) {
    const made = [];
    released.forEach((before, at) => {
      if (bare(before) === bare(found[at])) return;
      const [old, now] = between(before, found[at]);
      made.push({ place: "Page " + (at + 1), released: old, found: now });
    });
    return made;
  }

  function between(one, other) {
    /* Both from a little before their first difference to a little after their last, by letters. */
    const letters = [one, other].map((text) => Array.from(text.matchAll(/\S/g), (found) => found.index));
    const [a, b] = [bare(one), bare(other)];
    const most = Math.min(a.length, b.length);
    let first = 0;
    while (first < most && a[first] === b[first]) first += 1;
    let last = 0;
    while (last < most - first && a[a.length - 1 - last] === b[b.length - 1 - last]) last += 1;
    const start = Math.max(first - 40, 0);
    const rest = Math.max(last - 40, 0);
    return [one, other].map((text, which) => {
      const places = letters[which];
      const end = places.length - rest;
      const shown = text.slice(places[start] || 0, end > 0 ? places[end - 1] + 1 : 0);
      return (start ? "…" : "") + shown + (rest ? "…" : "");
    });
  }

  function onPages(said, changes, covered) {
    if (changes.length) return changed(said, changes, "page");
    if (covered) {
      return {
        kind: "bad",
        heading: "The pages are those released, and something was laid on them",
        texts: ["Notes, stamps or fields lie on its pages, and may say something else."],
      };
    }
    return {
      kind: "good",
      heading: "The words are those released; the file was saved again",
      texts: [
        "Every page prints the words and figures that were released, those in charts too. The file " +
          "itself is another one, as when a program opens and saves it.",
        "What pictures show cannot be compared here.",
      ],
    };
  }

  function inLines(said, changes) {
    if (changes.length) return changed(said, changes, "line");
    return {
      kind: "bad",
      heading: "It says all that was released, and perhaps more",
      texts: [
        "It was laid out anew, so that its pages cannot be held against those released. Every " +
          "released line stands in it; figures within charts, and what was added, are not compared.",
        "To be sure, take the PDF or the Word file from where it was published.",
      ],
    };
  }

  function changed(said, changes, noun) {
    const texts = [differ(changes.length, noun, said.version)];
    return { kind: "bad", heading: "No: this is not what was released", texts, changes };
  }

  /* What is told of a PDF: kind, heading, texts and changes. said: the release. pages: its texts. */
  return function (said, pages) {
    const shown = pages.map((page) => plain(page.text));
    const released = (said.pages || []).map(plain);
    const lines = said.lines.filter((line) => !UNPRINTED.test(line[1]));
    const all = shown.map(bare);
    const known = lines.filter((line) => all.some((page) => page.includes(bare(plain(line[1])))));
    if (known.length <= LEAST * lines.length) {
      const texts = ["It is none of the files released, and its pages do not print what they do."];
      return { kind: "bad", heading: "No: this is not the released file", texts };
    }
    if (released.length === shown.length) {
      return onPages(said, pageChanges(released, shown), pages.some((page) => page.covered));
    }
    const gone = lines.filter((line) => !printed(line[1], all));
    return inLines(said, gone.map((line) => ({ place: line[0], released: line[1], found: "" })));
  };
})();
