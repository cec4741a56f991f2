import { loadScenarioMessages } from '../messages/index.ts'

/** Fetches a part that speaks of scenarios together with the texts for it, which the first view does without. */
export function withScenarioTexts<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), loadScenarioMessages()])
    return part
  }
}
