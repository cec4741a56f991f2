import { LANGUAGES } from '../../src/cities/city.ts'
import { loadMessages, loadScenarioMessages } from '../../src/ui/messages/index.ts'

/** Runs before each test file: every language is there, and a message with an unfilled placeholder fails its test. */
await Promise.all(LANGUAGES.map(loadMessages))
await loadScenarioMessages()

const { error } = console
console.error = (...parts: unknown[]): void => {
  if (/^The message ".*" was given no value/.test(String(parts[0]))) throw new Error(String(parts[0]))
  error(...parts)
}
