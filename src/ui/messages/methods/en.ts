/** English texts of the methods: what each measure is, and how the cities were made comparable. */
export const methodsEn = {
  'methods.title': 'The figures',
  'methods.lead': 'Each figure of a district, its formula and its source. A gap means that it cannot be known from the data.',
  'methods.comparable': 'How the cities were made comparable',
  'methods.sources': 'Sources: {city}',
  'methods.scenario': 'How scenarios are reckoned',
  'methods.scenario.edits': 'Edits',
  'methods.scenario.edits.how':
    'Edits are applied in their order; where two meet on a building, the later one holds. “Before” is reckoned under the scenario’s own assumptions, so that the difference shows the edits alone. A building is found by its id; one that the data no longer have is looked for by place and size, and you decide.',
  'methods.scenario.energy': 'Energy of what changes',
  'methods.scenario.energy.how':
    'A building that stays as it is keeps the energy of the table. What is renovated or new is reckoned by the heat that walls, roof, windows and air lose over the year (degree days, base 17 °C), less gains, and scaled so that the unchanged building gives the same both ways. Walls shared with a neighbour count as outer walls. Heat transfer values, packages and degree days are assumptions that you can change.',
  'methods.scenario.people': 'Residents, dwellings and jobs',
  'methods.scenario.people.how':
    'They follow the floor area that a scenario adds or removes, by floor area a dwelling, residents a dwelling and floor area a job: assumptions that you can change. Those who live there today are those of the data.',
  'methods.scenario.view': 'Looking',
  'methods.scenario.view.how':
    'Sections, viewsheds and sky view are worked out from footprints raised to their heights, on flat ground and without trees. Sky view factor: 1 less the mean of sin² of the horizon’s height. Solar yield: roof area × usable share × 0.20 kW/m² × yearly yield × what sun and sky reach the roof past its neighbours.',
  'methods.statistics': 'How districts are compared',
  'methods.statistics.scores':
    'A standard score says how many standard deviations a district lies above or below the mean, of its own city or of all. Where districts are few or some are extreme, the median and the median absolute deviation say more; both stand under the table.',
  'methods.statistics.clusters':
    'Moran’s I tells whether neighbours are alike in the city as a whole; local Moran’s I and Getis-Ord Gi* tell where. Neighbours are districts that touch, or the nearest ones in metres; for Moran’s I each one’s weights add up to 1, for Gi* each neighbour and the district itself weighs 1. The p-values come from {permutations} seeded shuffles and count both directions; the q-values keep the share of false finds at 5 %. Cities are tested apart: no neighbour lies across the sea.',
  'methods.statistics.ranks':
    'Part of each building’s error is common to all, since one rule made them; the rest is its own. Figures without a known error, such as residents, are taken as they stand.',
  'methods.verdict.good': 'The cities can be compared by this figure; mind the years.',
  'methods.verdict.care': 'Compare with care: the sources differ in a way that no calculation can mend.',

  'methods.measure.land-area': 'Land inside the district; the sea is left out, lakes and rivers are not.',
  'methods.measure.population': 'People who live in the district.',
  'methods.measure.population-density': 'Residents per square kilometre of land.',
  'methods.measure.buildings': 'Buildings; one on a border counts by the share of its footprint that lies inside.',
  'methods.measure.building-density': 'Buildings per square kilometre of the land on which they are known.',
  'methods.measure.footprint': 'Ground covered by buildings.',
  'methods.measure.gross-floor-area': 'Footprint times storeys, summed over the buildings.',
  'methods.measure.fsi': 'Gross floor area per area of land: how much has been built.',
  'methods.measure.gsi': 'Share of the land under buildings.',
  'methods.measure.osr': 'Unbuilt land per gross floor area: how much room each built square metre has.',
  'methods.measure.mean-storeys': 'Gross floor area divided by footprint area.',
  'methods.measure.mean-height': 'Mean of the heights, in which a building counts by its footprint.',
  'methods.measure.heat-demand': 'Heat that the buildings need in a year, modelled from use, age and floor area.',
  'methods.measure.heat-density': 'Modelled heat demand per area of the land on which buildings are known.',
  'methods.measure.heat-per-resident': 'Modelled heat demand divided by residents; offices and shops are in it too.',
  'methods.measure.solar-potential':
    'What solar panels on every roof might yield in a year: roof area × usable share × panel power × yearly yield × orientation × light left by the buildings around. Only area and shade are known; the rest is assumed.',
  'methods.measure.solar-per-resident': 'Modelled solar power on all roofs, homes or not, divided by residents.',
  'methods.measure.electricity-demand': 'Electricity of buildings and of those who use them, modelled from use, age and floor area.',
  'methods.measure.electricity-per-resident': 'Modelled electricity divided by residents; offices and shops are in it too.',
  'methods.measure.carbon-dioxide': 'CO₂ of the modelled heat and electricity, by the factors of the carriers.',
  'methods.measure.carbon-dioxide-per-resident':
    'CO₂ of the modelled heat and electricity divided by residents; offices and shops are in it too.',
  'methods.measure.peak-heat': 'Heat power that the buildings need at once on the coldest day reckoned with; hot water is not in it.',
  'methods.measure.stops': 'Places in the district where one can board.',
  'methods.measure.stop-density': 'Stops per square kilometre of land.',
  'methods.measure.departures': 'Departures on a working day from all stops in the district.',
  'methods.measure.departure-density': 'Departures on a working day per square kilometre of land.',
  'methods.measure.near-stop-share': 'Share of residents with a stop within 400 m as the crow flies.',
  'methods.measure.near-stop-departures': 'Departures on a working day from all stops within 400 m, mean of the residents.',
  'methods.measure.green-share': 'Share of the land under parks, woods and grass.',
  'methods.measure.green-per-resident': 'Parks, woods and grass in the district, divided by its residents.',

  'methods.map.districts.title': 'Districts',
  'methods.map.districts':
    'Large districts are held against large ones and small against small, yet they differ in size and number. A grid of equal hexagons is the check.',
  'methods.map.districts.helsinki': '{coarse} major districts and {fine} neighbourhoods, as of 2026.',
  'methods.map.districts.tallinn': '{coarse} city districts and {fine} subdistricts, as of 2020.',
  'methods.map.land.title': 'Land',
  'methods.map.land': 'Ground inside the coastline, measured in the plane of each city’s own coordinates.',
  'methods.map.land.helsinki': 'Postal areas without sea, 2023, with the small islands of OpenStreetMap’s coastline and the outer islands.',
  'methods.map.land.tallinn': 'City boundary along the coast, OpenStreetMap.',
  'methods.map.residents.title': 'Residents of districts',
  'methods.map.residents': 'Everyone registered as living there. The years differ, and no trend is added to bridge them.',
  'methods.map.residents.helsinki':
    'Grid of 250 m cells of 2021, shared out to districts by land; cells of fewer than five people are not published, so sums are a little low.',
  'methods.map.residents.tallinn':
    'Counts of the city by subdistrict, fetched in April 2026; the service names no year. One subdistrict has no count and stays a gap.',
  'methods.map.grid.title': 'Where residents live inside a district',
  'methods.map.grid':
    'People are spread evenly over the land of each grid cell. The grids differ in cell size, year and kind: this cannot be made alike.',
  'methods.map.grid.helsinki': 'Counted, cells of 250 m, 2021.',
  'methods.map.grid.tallinn': 'Modelled, cells of 500 m, 2015.',
  'methods.map.footprints.title': 'Buildings',
  'methods.map.footprints':
    'Footprints as drawn by their source. A ratio such as FSI is that of the land on which they are known, where that is at least 75 % of the district; a sum is given from 95 % on. Otherwise there is a gap.',
  'methods.map.footprints.helsinki': 'Known on {known} of {land} km²: the inner city and some of the east; four sources, 2019–2026.',
  'methods.map.footprints.tallinn': 'Known in the whole city, OpenStreetMap of August 2021.',
  'methods.map.storeys.title': 'Storeys and floor area',
  'methods.map.storeys':
    'One rule everywhere: storeys as stated, else from the height (homes: less 1 m for the roof, 3.2 m each; others: 3.6 m each; none in chimneys and masts), or by the storey heights set in the heat layer; the height as measured, else from alike neighbours. Cellars and attics are not counted, so it is no official floor area.',
  'methods.map.storeys.helsinki':
    'Of {heights} heights, {measured} are measured, {fromStoreys} come from storeys and {estimated} are estimated (mean error {error} m).',
  'methods.map.storeys.tallinn':
    'Of {heights} heights, {measured} are measured, {fromStoreys} come from storeys and {estimated} are estimated (mean error {error} m).',
  'methods.map.heat.title': 'Use, age and heat',
  'methods.map.heat':
    'Uses of all cities are brought into eight classes, ages into the bands of one Finnish table of heat use per square metre. Estonian buildings have no such table, so it stands for them too. Industry and unknown use have no figure. Energy is intensity × heated floor area.',
  'methods.map.heat.helsinki':
    'Uses as tagged or classed by the sources, else estimated; the year where a source states it. Heat and electricity cannot be held against a total: buildings are known on a small part of the city’s land. Nothing is scaled.',
  'methods.map.heat.tallinn':
    'Every use is estimated from surroundings and size; no source states a year, so one year is assumed for all and can be changed. The check: before scaling, the model gives homes and services far more heat and electricity than {limit} GWh, all the energy that they used in {boundYear}; the legend of heat says how much. The floor area is too large: homes come to more than twice the dwelling area that a resident of Estonia has in the mean (Statistics Estonia, census of 2021). Most of it has storeys reckoned from heights, and the source cannot tell one storey from an unknown height, so houses of estimated height come out higher than measured ones. Stairs, attics and unheated parts are in it too. So only a share of the modelled floor area, told by the legend, counts as heated, by which homes and services meet what is published. The year {boundYear} is not brought up to date, and buildings of unknown use have no part in it. “Never” in the assumptions shows the model as it is.',
  'methods.map.sun.title': 'Sun on roofs',
  'methods.map.sun':
    'The same model in every city: what of a clear year of sun and of the sky reaches each roof past the buildings within 1 km. Roofs are flat, trees and hills shade nothing.',
  'methods.map.sun.helsinki':
    'Shade is reckoned where footprints are known; at the border of that area it is too little. Some heights are measured or from storeys, the others estimated.',
  'methods.map.sun.tallinn': 'Footprints are known all over the city; many heights are estimated, and so is the shade.',
  'methods.map.carbon.title': 'CO₂ of heat and electricity',
  'methods.map.carbon':
    'Energy times the grams of each carrier in the year chosen. Houses take a share of their heat from the district’s network, the rest from boilers of their own. Which building is on the network is not known.',
  'methods.map.carbon.helsinki': 'District heat by Helen’s figures, in g/kWh: {districtHeat}. Electricity is a default.',
  'methods.map.carbon.tallinn': 'No published factor is at hand: district heat and electricity are defaults, to be replaced.',
  'methods.map.peak.title': 'Peak heat power',
  'methods.map.peak':
    'Walls, roof, floor, windows and air change at default U-values of the time of building, scaled so that the year’s space heat is the table’s; times indoor less outdoor design temperature. Walls shared with neighbours count as outer ones.',
  'methods.map.peak.helsinki': 'Design temperature and degree days are defaults.',
  'methods.map.peak.tallinn': 'Design temperature and degree days are defaults.',
  'methods.map.stops.title': 'Stops',
  'methods.map.stops': 'Places where one can board; each platform counts by itself. Distance is the straight line, not the walk.',
  'methods.map.stops.helsinki': 'Region’s transport authority, 2022: tram, bus, metro, train and ferry.',
  'methods.map.stops.tallinn': 'City’s transport department, 2023: tram, bus, trolleybus, train and ferry.',
  'methods.map.departures.title': 'Departures',
  'methods.map.departures':
    'Trips that can be boarded on one Tuesday. The days lie in different years and seasons: this cannot be made alike.',
  'methods.map.departures.helsinki': '22 February 2022; no timetable at hand outside the middle of the city, where stops are gaps.',
  'methods.map.departures.tallinn': '21 November 2023, the whole city.',
  'methods.map.green.title': 'Green areas',
  'methods.map.green':
    'Parks, woods, grass, cemeteries and wetlands on land, overlaps counted once. What counts as green is drawn differently, so only large differences mean something.',
  'methods.map.green.helsinki':
    'Drawn areas in the centre (OpenStreetMap); elsewhere modelled from a 10 m land cover raster, fields and yards included.',
  'methods.map.green.tallinn': 'Drawn areas in the whole city, OpenStreetMap of August 2021.',
} as const satisfies Record<string, string>
