import { describe, expect, test } from 'vitest'
import type { ReportContent } from '../../../../src/ui/scenario/report/report-content.ts'
import { html, jsonScript } from '../../../../src/ui/scenario/report/safe-html.ts'
import { writeReport } from '../../../../src/ui/scenario/report/write-report.ts'

const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`
const FILE = JSON.stringify({ name: `</script><script>alert(3)</script>${EVIL}` })

/** A report of which every text is markup. */
const EVIL_CONTENT: ReportContent = {
  language: EVIL,
  title: EVIL,
  lead: [EVIL],
  pictures: [{ name: EVIL, before: EVIL, after: null }],
  headings: {
    pictures: EVIL,
    edits: EVIL,
    impacts: EVIL,
    assumptions: EVIL,
    remarks: EVIL,
    sources: EVIL,
    file: EVIL,
    before: EVIL,
    after: EVIL,
    noPicture: EVIL,
  },
  edits: [{ name: EVIL, where: EVIL, details: [EVIL] }],
  impacts: [{ title: EVIL, columns: [EVIL], rows: [{ name: EVIL, cells: [EVIL], known: EVIL }], notes: [EVIL] }],
  noImpacts: EVIL,
  assumptions: { title: EVIL, columns: [EVIL], rows: [], notes: [] },
  noAssumptions: EVIL,
  remarks: [{ text: EVIL, at: EVIL }],
  sources: [{ name: EVIL, lines: [EVIL] }],
  file: { name: EVIL, text: FILE, saveText: EVIL, explain: EVIL, link: { address: EVIL, text: EVIL } },
}

describe('the report of a scenario', () => {
  test('takes every text as text, in elements and in attributes', () => {
    const text = writeReport(EVIL_CONTENT)
    // Elements by name, of which the document has these and no more; nothing of the text became one.
    expect(text.match(/<script/g)).toEqual(['<script'])
    expect(text.match(/<img/g)).toEqual(['<img'])
    const withoutValues = text.replace(/="[^"]*"/g, '')
    expect(withoutValues).not.toMatch(/<[^>]*\sonerror/)
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  test('carries the file along, to the letter', () => {
    const text = writeReport(EVIL_CONTENT)
    const embedded = /<script type="application\/json" id="scenario">(.*?)<\/script>/s.exec(text)?.[1] ?? ''
    expect(JSON.parse(embedded)).toEqual(JSON.parse(FILE))
    const href = /href="data:application\/json;charset=utf-8,([^"]*)"/.exec(text)?.[1] ?? ''
    expect(decodeURIComponent(href.replaceAll('&#39;', "'"))).toBe(FILE)
  })

  test('runs nothing and fetches nothing', () => {
    expect(writeReport(EVIL_CONTENT)).toContain('default-src &#39;none&#39;; img-src data:; style-src &#39;unsafe-inline&#39;')
  })
})

test('values of a template are escaped, parts of templates are not, twice', () => {
  expect(html`<p>${'a < b & "c"'}${html`<b>${1}</b>`}${[html`x`, html`${'<'}`]}${null}</p>`.safe).toBe(
    '<p>a &lt; b &amp; &quot;c&quot;<b>1</b>x&lt;</p>',
  )
  expect(jsonScript('a', '{"a":"</script>\u2028"}').safe).toBe(
    '<script type="application/json" id="a">{"a":"\\u003c/script\\u003e\\u2028"}</script>',
  )
})
