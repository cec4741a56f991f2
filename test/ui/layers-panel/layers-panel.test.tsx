import { describe, expect, test } from 'vitest'
import { LayersPanel } from '../../../src/ui/layers-panel/layers-panel.tsx'
import { renderUi, textOf } from '../render-ui.tsx'

describe('LayersPanel', () => {
  const hosts = { baseMap: ['tiles.example.org'], model: [] }
  test('names the host of an online source, and offers none without', () => {
    expect(textOf(renderUi(<LayersPanel onlineHosts={hosts} />))).toContain('Contacts tiles.example.org')
    expect(textOf(renderUi(<LayersPanel onlineHosts={{ baseMap: [], model: [] }} />))).not.toContain('Online')
  })
  test('folds the assumptions of the heat model', () => {
    const words = textOf(renderUi(<LayersPanel onlineHosts={hosts} />, { app: { buildingLayer: 'building-heat' } }))
    expect(words).toContain('Assumptions of the heat model')
    expect(words).not.toContain('None of these is measured')
  })
})
