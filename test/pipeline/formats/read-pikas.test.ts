import { expect, test } from 'vitest'
import { readPikasRoutes, readPikasStops } from '../../../src/pipeline/formats/read-pikas.ts'

test('stops inherit an empty name and have degrees', () => {
  const text = 'ID;SiriID;Lat;Lng;Stops;Name;Info\n09001-1;7;5943720;2475360;;Viru;\n09002-1;8;5943810;2475400;;;\nbroken;;;;;Nowhere;\n'
  expect(readPikasStops(text)).toEqual([
    { id: '09001-1', name: 'Viru', latitude: 59.4372, longitude: 24.7536 },
    { id: '09002-1', name: 'Viru', latitude: 59.4381, longitude: 24.754 },
  ])
})

test('patterns inherit number and transport, and rows of special dates are passed over', () => {
  const text = [
    'RouteNum;Authority;City;Transport;Operator;ValidityPeriods;SpecialDates;RouteTag;RouteType;Commercial;RouteName;Weekdays;Streets;RouteStops;X',
    '7;SpecialDates;;;;19682,7,,;;;;;;;;',
    '4;TA;city;tram;TLT;1;;;a-b;A;Tondi - Lasnamäe;12345;;s1,s2,;',
    '300,20,,19651,,0,,12345,,4,,',
    ';;;;;1;;;b-a;A;Lasnamäe - Tondi;12345;;s2,s1;',
    '310,,19651,,0,,12345,,4,,',
  ].join('\r\n')
  const patterns = readPikasRoutes(text)
  expect(patterns.map(({ line, transport, direction, stopIds }) => [line, transport, direction, stopIds])).toEqual([
    ['4', 'tram', 'a-b', ['s1', 's2']],
    ['4', 'tram', 'b-a', ['s2', 's1']],
  ])
  expect(patterns[0]?.trips?.map(({ minutes }) => minutes)).toEqual([
    [300, 304],
    [320, 324],
  ])
})
