import type { ReportContent, ReportPictures, ReportTable } from './report-content.ts'
import { html, jsonScript, type SafeHtml } from './safe-html.ts'

/** No script runs in the document and nothing is fetched for it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

const STYLE: SafeHtml = {
  safe: `
:root { color-scheme: light; font: 15px/1.45 'Source Sans 3', system-ui, sans-serif; color: #20272b; background: #fff }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; overflow-wrap: anywhere }
h2 { font-size: 1.1875rem; margin: 2rem 0 .5rem; break-after: avoid }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; break-after: avoid; overflow-wrap: anywhere }
p, ul, ol { margin: .25rem 0 }
.quiet { color: #59626a }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem }
figure { margin: 0; break-inside: avoid }
img { display: block; width: 100%; border-radius: 4px }
figcaption { font-size: .875rem; color: #59626a }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .25rem .5rem .25rem 0; text-align: right; vertical-align: top; border-bottom: 1px solid #e6dfd2 }
th:first-child { text-align: left; font-weight: 400 }
thead th { font-weight: 600 }
.known { display: block; font-size: .8125rem; color: #59626a }
li { break-inside: avoid; overflow-wrap: anywhere }
a { color: inherit; overflow-wrap: anywhere }
@page { size: A4; margin: 16mm }
@media print {
  :root { font-size: 10.5pt }
  body { max-width: none; margin: 0; padding: 0 }
  .scroll { overflow: visible }
  tr { break-inside: avoid }
  thead { display: table-header-group }
}
`,
}

/** The whole report as one HTML document, for the screen and for paper. All of the content is text in it. */
export function writeReport(content: ReportContent): string {
  const { headings, file } = content
  return `<!doctype html>\n${
    html`<html lang="${content.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>${content.title}</h1>
        ${content.lead.map((line) => html`<p class="quiet">${line}</p>`)}
        <h2>${headings.pictures}</h2>
        ${content.pictures.map((pictures) => writePictures(pictures, content))}
        <h2>${headings.edits}</h2>
        <ol>
          ${content.edits.map(
            ({ name, where, details }) =>
              html`<li>
                <b>${name}</b> <span class="quiet">${where}</span>
                ${details.length === 0 ? null : html`<br />${details.join(' · ')}`}
              </li>`,
          )}
        </ol>
        <h2>${headings.impacts}</h2>
        ${content.impacts.length === 0 ? html`<p>${content.noImpacts}</p>` : content.impacts.map(writeTable)}
        <h2>${headings.assumptions}</h2>
        ${content.assumptions === null ? html`<p>${content.noAssumptions}</p>` : writeTable(content.assumptions)}
        ${
          content.remarks.length === 0
            ? null
            : html`<h2>${headings.remarks}</h2>
                <ul>
                  ${content.remarks.map(({ text, at }) => html`<li>${text} <span class="quiet">${at}</span></li>`)}
                </ul>`
        }
        <h2>${headings.sources}</h2>
        ${content.sources.map(
          ({ name, lines }) =>
            html`<h3>${name}</h3>
              <ul>
                ${lines.map((line) => html`<li>${line}</li>`)}
              </ul>`,
        )}
        <h2>${headings.file}</h2>
        <p>${file.explain}</p>
        <p><a download="${file.name}" href="data:application/json;charset=utf-8,${encodeURIComponent(file.text)}">${file.saveText}</a></p>
        ${file.link === null ? null : html`<p><a href="${file.link.address}">${file.link.text}</a></p>`}
        ${jsonScript('scenario', file.text)}
      </body>
    </html>`.safe
  }\n`
}

function writePictures({ name, before, after }: ReportPictures, { headings }: ReportContent): SafeHtml {
  const picture = (address: string | null, caption: string) =>
    html`<figure>
      ${address === null ? html`<p class="quiet">${headings.noPicture}</p>` : html`<img src="${address}" alt="${name}, ${caption}" />`}
      <figcaption>${caption}</figcaption>
    </figure>`
  return html`<h3>${name}</h3>
    <div class="pictures">${picture(before, headings.before)}${picture(after, headings.after)}</div>`
}

function writeTable({ title, columns, rows, notes }: ReportTable): SafeHtml {
  return html`<h3>${title}</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ name, cells, known }) =>
              html`<tr>
                <th scope="row">${name}${known === '' ? null : html`<span class="known">${known}</span>`}</th>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${notes.map((note) => html`<p class="quiet">${note}</p>`)}`
}
