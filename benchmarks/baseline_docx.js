// The same paper with npm's docx: native charts and Word's own numbering. IN.json OUT.docx
const fs = require("fs");
const docx = require("docx");
const { ChartRun } = require("docx/charts");

const level = (number, text) => ({
  level: number,
  format: docx.LevelFormat.DECIMAL,
  text,
  alignment: docx.AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 720, hanging: 720 } } },
});

const written = {
  paragraph: (item) =>
    new docx.Paragraph({ text: item.text, numbering: { reference: "report", level: 1 } }),
  bullet: (item) => new docx.Paragraph({ text: item.text, bullet: { level: 0 } }),
  sub_heading: (item) =>
    new docx.Paragraph({ text: item.text, heading: docx.HeadingLevel.HEADING_2 }),
  chart: (item) =>
    new docx.Paragraph({
      children: [
        new ChartRun({
          type: "column",
          categories: item.categories,
          series: item.series.map(([name, values]) => ({ name, values })),
          altText: { name: "Chart", description: item.title },
          transformation: { width: 600, height: 290 },
        }),
      ],
    }),
};

async function build(source, target) {
  const paper = JSON.parse(fs.readFileSync(source));
  const row = (cells) =>
    new docx.TableRow({
      children: cells.map((text) => new docx.TableCell({ children: [new docx.Paragraph(text)] })),
    });
  const children = [
    new docx.Paragraph({ text: paper.committee, heading: docx.HeadingLevel.TITLE }),
    new docx.Paragraph(paper.date),
    new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: paper.front.map(row),
    }),
  ];
  for (const section of paper.sections) {
    if (section.title) {
      children.push(
        new docx.Paragraph({
          text: section.title,
          heading: docx.HeadingLevel.HEADING_1,
          numbering: { reference: "report", level: 0 },
        }),
      );
    }
    children.push(...section.items.map((item) => written[item.kind](item)));
  }
  const file = new docx.Document({
    numbering: {
      config: [{ reference: "report", levels: [level(0, "%1.0"), level(1, "%1.%2")] }],
    },
    styles: { default: { document: { run: { font: "Arial", size: 24 } } } },
    sections: [{ children }],
  });
  fs.writeFileSync(target, await docx.Packer.toBuffer(file));
}

build(process.argv[2], process.argv[3]);
