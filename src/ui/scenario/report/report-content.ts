/** What a report of a scenario says, in words of one language; how it looks is `write-report.ts`'s. */
export interface ReportContent {
  readonly language: string
  readonly title: string
  /** Against what, and when it was made. */
  readonly lead: readonly string[]
  readonly pictures: readonly ReportPictures[]
  readonly headings: Readonly<
    Record<'pictures' | 'edits' | 'impacts' | 'assumptions' | 'remarks' | 'sources' | 'file' | 'before' | 'after' | 'noPicture', string>
  >
  readonly edits: readonly ReportEdit[]
  readonly impacts: readonly ReportTable[]
  /** Shown in the place of a table that there is none of. */
  readonly noImpacts: string
  readonly assumptions: ReportTable | null
  readonly noAssumptions: string
  readonly remarks: readonly { readonly text: string; readonly at: string }[]
  readonly sources: readonly { readonly name: string; readonly lines: readonly string[] }[]
  readonly file: ReportFile
}

export interface ReportPictures {
  readonly name: string
  /** Addresses of type `data:`; null where the city did not show. */
  readonly before: string | null
  readonly after: string | null
}

interface ReportEdit {
  readonly name: string
  readonly where: string
  readonly details: readonly string[]
}

export interface ReportTable {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly ReportRow[]
  readonly notes: readonly string[]
}

interface ReportRow {
  readonly name: string
  readonly cells: readonly string[]
  /** How the figures are known. */
  readonly known: string
}

interface ReportFile {
  readonly name: string
  /** Text of the scenario's file, which the document carries along. */
  readonly text: string
  readonly saveText: string
  readonly explain: string
  /** Opens the scenario in the app; null where it is too large for an address. */
  readonly link: { readonly address: string; readonly text: string } | null
}
